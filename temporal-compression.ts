/**
 * Small payloads of one shape compress badly alone and well against an example. The
 * dictionaries are part of what stored histories are written with: never change one, add
 * another version instead.
 *
 * Compressing before encrypting shows the length of what is compressed. That would
 * matter if a stranger could place text beside a secret; ids, codes and instants hold none.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib'

/** In both, what is likeliest stands last. */
const first = [
  'undefinedbinary/nullbinary/plain"reason":"noAnswer"staleFencetimedOutconnectionFailed"rejected""notFound""returned"',
  '"source":"submit""source":"query""resend":false"resend":true"answer":{"status":"accepted"},"amountMinor":',
  '{"intentId":"","fence":1,"deadline":179{"claimId":"","intentId":""}{"refused":null,"reply":{"status":"paid"}}',
  '{"refused":null,"reply":{"sendable":true,"fence":1,"deadline":179"refused":"wrongStage""refused":"alreadyDone"',
  '"refused":"nothingDue"{"sentAt":"type":"body":{},"key":"workflow:',
  '"kind":"informed""kind":"reopened""kind":"correctPayee""kind":"resolveSuspense""kind":"proposeAdvance"',
  '"kind":"dispatchSurvey""kind":"answerSurveyOffer""kind":"survey""kind":"releasePayment""kind":"submitSettlement"',
  '"kind":"answerProposal""kind":"prepareSheet""kind":"decideApproval""kind":"decideAcceptance""kind":"collectDocuments"',
  '"kind":"firstContact","key":"supplement","key":"rejectionLetter","key":"surveyorAnswer","key":"survey",',
  '"key":"approvalLevel:S1:1.0","key":"agreement","key":"damageAssessment","key":"acceptanceDecision",',
  '"key":"documentsReview","key":"firstContact","key":"payment","key":"documentsNotice","nextAt":179',
  '{"key":"advance60","nextAt":18{"key":"determination","nextAt":17',
  '"outcome":"withdrawn","outcome":"rejected","outcome":"paid","levelsToOpen":[{"settlementId":"S1","level":1}],',
  '"intents":[{"id":"","status":"held"}],"intents":[{"id":"","status":"moving"}],"payable":true,"panelWanted":true,',
  '"surveyNeedKnown":false,"agreementWanted":true,"satisfactionAsked":true,"archiveAt":17"callBy":17"remindAt":17',
  '\n\x16\n\bencoding\x12\njson/plain\x12',
  '{"told":{"stage":"report","stage":"documents","stage":"acceptance","stage":"survey","stage":"adjustment",',
  '"stage":"approval","stage":"payment","stage":"afterCare","outcome":null,"clocks":[{"key":"","nextAt":17}],',
  '"tasks":[{"kind":"","assigneeId":null}],"tasks":[{"kind":"","assigneeId":""}],"levelsToOpen":[],"intents":[],',
  '"callBy":null,"checklistSent":true,"remindAt":null,"panelWanted":false,"surveyNeedKnown":true,',
  '"surveyorWantedAt":null,"agreementWanted":false,"advanceWanted":false,"payable":false,"satisfactionAsked":false,',
  '"archiveAt":null,"epoch":1,"version":1},"refused":null}',
].join('')

/** With whole states of a claim as they mostly are, in the order of the rules and in that of the database. */
const second = [
  first,
  '"callBy":179,"remindAt":179,"surveyorWantedAt":179,"levelsToOpen":[{"level":1,"settlementId":"S1"}],',
  '"panelWanted":true,"outcome":"paid","payable":true,',
  '],"intents":[],"outcome":null,"payable":false,"remindAt":null,"archiveAt":null,"panelWanted":false,',
  '"levelsToOpen":[],"advanceWanted":false,"checklistSent":true,"agreementWanted":false,',
  '"surveyNeedKnown":true,"surveyorWantedAt":null,"satisfactionAsked":false,"epoch":1,"version":',
  '],"intents":[],"outcome":null,"payable":false,"remindAt":null,"archiveAt":null,"fastTrack":true,',
  '"panelWanted":false,"levelsToOpen":[],"advanceWanted":false,"checklistSent":false,',
  '"agreementWanted":false,"surveyNeedKnown":false,"surveyorWantedAt":null,"satisfactionAsked":false,',
  '"epoch":1,"version":',
  '],"intents":[],"outcome":null,"payable":false,"remindAt":null,"archiveAt":null,"fastTrack":true,',
  '"panelWanted":false,"levelsToOpen":[],"advanceWanted":false,"checklistSent":false,',
  '"agreementWanted":false,"surveyNeedKnown":true,"surveyorWantedAt":null,"satisfactionAsked":false,',
  '"epoch":1,"version":',
  'true,"fastTrack":true,"epoch":1,"version":1',
  ',"levelsToOpen":[],"intents":[],"callBy":null,"checklistSent":true,"remindAt":null,"panelWanted":false,',
  '"surveyNeedKnown":false,"surveyorWantedAt":null,"agreementWanted":false,"advanceWanted":false,',
  '"payable":false,"satisfactionAsked":false,"archiveAt":null,"epoch":1,"version":1},"refused":null}',
  '{"told":{"stage":"archived","outcome":"paid","clocks":[],"levelsToOpen":[],"intents":[],"callBy":null,',
  '"checklistSent":true,"remindAt":null,"panelWanted":false,"surveyNeedKnown":true,"surveyorWantedAt":null,',
  '"agreementWanted":false,"advanceWanted":false,"payable":false,"satisfactionAsked":true,"archiveAt":null,',
  '"epoch":1,"version":1},"refused":null}',
  '{"told":{"stage":"afterCare","outcome":"paid","clocks":[],"levelsToOpen":[],"intents":[],"callBy":null,',
  '"checklistSent":false,"remindAt":null,"panelWanted":false,"surveyNeedKnown":true,',
  '"surveyorWantedAt":null,"agreementWanted":false,"advanceWanted":false,"payable":false,',
  '"satisfactionAsked":true,"archiveAt":179"payable":true,"satisfactionAsked":false,"archiveAt":179',
  ',"levelsToOpen":[],"intents":[],"callBy":null,"checklistSent":false,"remindAt":null,"panelWanted":false,',
  '"surveyNeedKnown":false,"surveyorWantedAt":null,"agreementWanted":false,"advanceWanted":false,',
  '"payable":false,"satisfactionAsked":false,"archiveAt":null,"epoch":1,"version":1},"refused":null}',
  '{"refused":null,"reply":{"sendable":true,"fence":1,"deadline":179","fence":1,"deadline":179',
  '\n\x16\n\bencoding\x12\njson/plain\x12b{"claimId":"","intentId":"',
  '[{"id":"","status":"moving"}],"outcome":null,"payable":false,"remindAt":null,"archiveAt":null,',
  '"panelWanted":false',
  '\n\x16\n\bencoding\x12\njson/plain\x12E{"claimId":"","way":2,"known":{"stage":"report","outcome":null,',
  '"clocks":[{"key":"firstContact","nextAt":179',
  '\n\x16\n\bencoding\x12\njson/plain\x12{"stage":"payment","outcome":null,"clocks":[{"key":"',
  '{"told":{"stage":"report{"told":{"stage":"documents{"told":{"stage":"approval{"told":{"stage":"survey{"told":{"stage":"payment',
  '{"told":{"stage":"acceptance","callBy":null,"clocks":[{"key":"documentsNotice","nextAt":179',
  '{"told":{"stage":"adjustment","outcome":null,"clocks":[{"key":"determination","nextAt":179',
  '00000}],',
].join('')

/**
 * By the byte that compressed bytes begin with. An encoded payload begins with a field's tag, never with one of
 * these: what was written uncompressed stays readable.
 */
const dictionaries: ReadonlyMap<number, Buffer> = new Map(
  [first, second].map((text, index) => [index + 1, Buffer.from(text)]),
)
const version = 2

/** A byte that says how, then what was made of the bytes; untouched where nothing is won. */
export function compress(bytes: Uint8Array): Uint8Array {
  const dictionary = dictionaries.get(version)
  const compressed = deflateRawSync(bytes, { level: 9, dictionary })
  if (compressed.length + 1 >= bytes.length) return bytes
  return Buffer.concat([Buffer.of(version), compressed])
}

/** A payload is at most 2 MB at the server, so a bomb is refused long before it hurts. */
const most = 16 * 1024 * 1024

export function decompress(bytes: Uint8Array): Uint8Array {
  const dictionary = dictionaries.get(bytes[0] ?? 0)
  if (dictionary === undefined) return bytes
  return inflateRawSync(bytes.subarray(1), { dictionary, maxOutputLength: most })
}
