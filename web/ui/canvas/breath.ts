// breath ends the browser's task, so that it can draw and answer the reader before work goes on.
export const breath = (): Promise<void> => new Promise((done) => setTimeout(done));
