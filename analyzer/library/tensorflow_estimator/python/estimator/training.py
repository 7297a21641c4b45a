"""Training and evaluation in turn, in one process."""
import collections


class TrainSpec(collections.namedtuple("TrainSpec", ["input_fn", "max_steps", "hooks"])):

    def __new__(cls, input_fn, max_steps=None, hooks=None):
        return super(TrainSpec, cls).__new__(cls, input_fn=input_fn, max_steps=max_steps, hooks=tuple(hooks or []))


_EVAL_FIELDS = ("input_fn", "steps", "name", "hooks", "exporters", "start_delay_secs", "throttle_secs")


class EvalSpec(collections.namedtuple("EvalSpec", _EVAL_FIELDS)):

    def __new__(cls, input_fn, steps=100, name=None, hooks=None, exporters=None, start_delay_secs=120, throttle_secs=600):
        return super(EvalSpec, cls).__new__(cls, input_fn=input_fn, steps=steps, name=name, hooks=tuple(hooks or []),
                                            exporters=exporters, start_delay_secs=start_delay_secs,
                                            throttle_secs=throttle_secs)


def train_and_evaluate(estimator, train_spec, eval_spec):
    estimator.train(train_spec.input_fn, hooks=list(train_spec.hooks), max_steps=train_spec.max_steps)
    return estimator.evaluate(eval_spec.input_fn, steps=eval_spec.steps, hooks=list(eval_spec.hooks), name=eval_spec.name), []
