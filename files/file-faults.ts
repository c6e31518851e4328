/** Base of all faults of the store; `hash` names the file where there is one. */
class FileFault extends Error {
  readonly hash: string | undefined

  constructor(message: string, hash?: string) {
    super(hash === undefined ? message : `${message} (${hash})`)
    this.hash = hash
  }
}

/** No file has this hash. */
export class FileMissing extends FileFault {
  override readonly name = 'FileMissing'
}

/** The stored bytes are not the ones that were put. The file is in quarantine and never served. */
export class FileCorrupt extends FileFault {
  override readonly name = 'FileCorrupt'
}

/** The file was encrypted with a key that is no longer in the ring. It is left where it is. */
export class FileKeyMissing extends FileFault {
  override readonly name = 'FileKeyMissing'
}

/** More bytes came than are allowed; nothing was stored. */
export class FileTooLarge extends FileFault {
  override readonly name = 'FileTooLarge'
}

/** The disk or the quota is full; nothing was stored. Transient: it may be tried again. */
export class FileStoreFull extends FileFault {
  override readonly name = 'FileStoreFull'
}
