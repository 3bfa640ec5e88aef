function main(args) {
    throw new Error('nooooo');
}
