import type { Text } from '../domain/text.ts'

/** Why an upload is not accepted, in words with which its sender can do something. */
export const uploadRefusals = {
  fileEmpty: { zh: '文件是空的，请重新选择。', en: 'The file is empty; please choose it again.' },
  fileTooLarge: {
    zh: '文件超过 20 MB，请压缩后再上传。',
    en: 'The file has more than 20 MB; please make it smaller.',
  },
  fileTypeNotAccepted: {
    zh: '只接受 JPEG、PNG、WebP 图片和 PDF 文件。',
    en: 'Only JPEG, PNG and WebP images and PDF files are accepted.',
  },
  fileHeic: {
    zh: '暂不支持 HEIC 照片。请在“设置 > 相机 > 格式”中选择“兼容性最佳”，或另存为 JPEG 后上传。',
    en: 'HEIC photographs cannot be read. Choose "Most Compatible" in Settings > Camera > Formats, or save as JPEG.',
  },
  fileAnimated: {
    zh: '不接受动态图片，请上传静态照片。',
    en: 'Animated images are not accepted; send a still photograph.',
  },
  fileNameDisagrees: {
    zh: '文件扩展名与实际内容不符。',
    en: 'The ending of the file name does not agree with the content.',
  },
  imageTooManyPixels: {
    zh: '图片超过 5000 万像素，请缩小后再上传。',
    en: 'The image has more than 50 million pixels; please make it smaller.',
  },
  imageDamaged: {
    zh: '图片已损坏或不完整，请重新拍摄或上传。',
    en: 'The image is damaged or incomplete; please send it again.',
  },
  pdfDamaged: { zh: 'PDF 文件已损坏或不完整。', en: 'The PDF is damaged or incomplete.' },
  pdfEncrypted: {
    zh: 'PDF 文件设有密码，请取消密码后再上传。',
    en: 'The PDF is protected; please remove the protection.',
  },
  pdfActiveContent: {
    zh: 'PDF 文件含有脚本、附件或其他活动内容，请打印为普通 PDF 后再上传。',
    en: 'The PDF contains scripts, attachments or other active content; print it to a plain PDF.',
  },
} as const satisfies Record<string, Text>

export type UploadRefusal = keyof typeof uploadRefusals
