/** What a process of the product shows of itself, by the names of its metrics. */
export async function processFigures(metricsUrl: string): Promise<(name: string) => number> {
  const response = await fetch(`${metricsUrl}/metrics`)
  const lines = (await response.text()).split('\n')
  return (name) => {
    const found = lines.filter((line) => line.startsWith(`${name} `) || line.startsWith(`${name}{`))
    if (found.length === 0) throw new Error(`${metricsUrl} shows no ${name}.`)
    return found.reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' '))), 0)
  }
}
