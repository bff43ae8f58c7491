self.postMessage({ ready: true });
