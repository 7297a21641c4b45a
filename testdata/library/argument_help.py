# Usage, help and errors of argparse.
import argparse, io, contextlib
def show(p, *runs):
    print(p.format_usage()); print(p.format_help())
    for args in runs:
        err, out = io.StringIO(), io.StringIO()
        with contextlib.redirect_stderr(err), contextlib.redirect_stdout(out):
            try: r = p.parse_args(args)
            except SystemExit as e: r = ("exit", e.code)
        print(args, r, repr(err.getvalue()), repr(out.getvalue()))
p = argparse.ArgumentParser(prog="train.py", description="Train a model with many words in the description so that it will have to be wrapped over several lines of text.", epilog="the end")
p.add_argument("--learning_rate", "-lr", type=float, default=1e-3, help="learning rate (default: %(default)s)")
p.add_argument("--batch-size", type=int, default=32, metavar="N", help="the batch size, which is described at great length so that the text must wrap around here")
p.add_argument("--data_dir", required=True); p.add_argument("--optimizer", choices=["sgd", "adam"], default="sgd", help="one of %(choices)s"); p.add_argument("--layers", type=int, nargs="+", default=[1, 2]); p.add_argument("--pair", nargs=2, metavar=("A", "B")); p.add_argument("-v", "--verbose", action="count", help="more"); p.add_argument("--secret", help=argparse.SUPPRESS); p.add_argument("--opt", nargs="?", const=5)
show(p, ["--data_dir", "x"], [], ["--data_dir", "x", "--layers"], ["--data_dir", "x", "--pair", "1"], ["--data_dir", "x", "-lr", "q"], ["--data_dir", "x", "--optimizer", "z"], ["--data_dir"], ["--data_dir", "x", "extra", "more"], ["-h"], ["--data_dir", "x", "--layers", "a"])
q = argparse.ArgumentParser(prog="a_very_long_program_name", formatter_class=argparse.ArgumentDefaultsHelpFormatter)
q.add_argument("src", help="source"); q.add_argument("dst", nargs="*", help="dest", default=["d"]); q.add_argument("--n", type=int, default=3, help="number"); q.add_argument("--flag", action="store_true", help="a flag")
g = q.add_argument_group("network options", "about the network"); g.add_argument("--hidden", type=int, default=128, help="units"); m = q.add_mutually_exclusive_group(required=True); m.add_argument("--cpu", action="store_true"); m.add_argument("--gpu", type=int)
show(q, ["s", "--cpu"], ["s", "--cpu", "--gpu", "1"], ["s"], [])
r = argparse.ArgumentParser(prog="r"); s = r.add_subparsers(dest="command", help="what to do"); t = s.add_parser("train", help="train it"); t.add_argument("--epochs", type=int, default=1); e = s.add_parser("eval", help="evaluate"); e.add_argument("ckpt")
show(r, ["train", "--epochs", "2"], ["eval"], ["nope"], ["train", "-h"], [])
show(argparse.ArgumentParser(prog="x", usage="%(prog)s [opts]", add_help=False), ["y"])
u = argparse.ArgumentParser(prog="u", description="raw\n  text", formatter_class=argparse.RawTextHelpFormatter); u.add_argument("--a", help="line1\nline2"); u.add_argument("--b", type=int, nargs="*", choices=range(3)); u.add_argument("pos", nargs="?"); show(u, ["--b", "5"], ["--b", "1", "2"])
