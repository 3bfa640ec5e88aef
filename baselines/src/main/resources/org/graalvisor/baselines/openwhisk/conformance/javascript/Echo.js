function main(args) {
    return args;
}

function niam(args) {
    console.log('hello stdout');
    return args;
}
