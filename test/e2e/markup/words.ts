/** Stands where the cast writes something of its own. */
export const words = '字'
