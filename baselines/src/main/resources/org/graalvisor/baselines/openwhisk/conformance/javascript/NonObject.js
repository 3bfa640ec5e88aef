function main(args) {
    return 'a string';
}
