function main(args) {
    const winter = '❄ ' + args.delimiter + ' ❄';
    console.log(winter);
    return { winter };
}
