const loaded = {
    some: process.env.SOME_VARIABLE,
    other: process.env.OTHER_VARIABLE,
    empty: process.env.EMPTY_VARIABLE,
};

function main(args) {
    return loaded;
}
