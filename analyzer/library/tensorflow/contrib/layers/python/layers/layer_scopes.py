"""What the layers of tf.contrib.layers share: their variables are model variables under names of their own."""
from tensorflow.contrib.framework.python.ops import variables
from tensorflow.contrib.layers.python.layers import utils
from tensorflow.python.framework import ops
from tensorflow.python.ops import variable_scope
from tensorflow.python.ops.variables import PartitionedVariable


def model_variables(rename=None):
    """A custom getter that makes model variables, called by other names where `rename` says so."""

    def getter(getter, name, shape=None, dtype=None, initializer=None, regularizer=None, trainable=True, collections=None,
               caching_device=None, partitioner=None, use_resource=None, synchronization=None, aggregation=None, **_):
        parts = name.split("/")
        if rename and parts[-1] in rename:
            name = "/".join(parts[:-1] + [rename[parts[-1]]])
        return variables.model_variable(
            name, shape=shape, dtype=dtype, initializer=initializer, regularizer=regularizer, collections=collections,
            trainable=trainable, caching_device=caching_device, partitioner=partitioner, custom_getter=getter,
            use_resource=use_resource, synchronization=synchronization, aggregation=aggregation)

    return getter


def collect(variable, collections, name):
    """Adds a variable to the collections that the user asked for."""
    for collection in utils.get_variable_collections(collections, name) or []:
        for part in list(variable) if isinstance(variable, PartitionedVariable) else [variable]:
            if not any([part is other for other in ops.get_collection(collection)]):
                ops.add_to_collection(collection, part)


def finish(outputs, scope, outputs_collections, activation_fn=None, normalizer_fn=None, normalizer_params=None):
    if normalizer_fn is not None:
        outputs = normalizer_fn(outputs, **(normalizer_params or {}))
    if activation_fn is not None:
        outputs = activation_fn(outputs)
    return utils.collect_named_outputs(outputs_collections, scope.name, outputs)
