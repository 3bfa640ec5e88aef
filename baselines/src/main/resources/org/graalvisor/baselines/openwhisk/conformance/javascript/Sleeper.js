function main(args) {
    const start = Date.now();
    return new Promise(resolve => setTimeout(() => resolve({ start, end: Date.now() }), 400));
}
