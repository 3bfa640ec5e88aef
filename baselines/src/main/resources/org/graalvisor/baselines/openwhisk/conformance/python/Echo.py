def main(args):
    return args


def niam(args):
    print("hello stdout")
    return args
