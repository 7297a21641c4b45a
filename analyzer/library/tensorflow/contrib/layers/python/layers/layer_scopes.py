"""What the layers of tf.contrib.layers share: their variables are model variables under names of their own."""
import _tfscope
from tensorflow.contrib.framework.python.ops import variables
from tensorflow.contrib.layers.python.layers import utils
from tensorflow.python.framework import ops, uncertain_shapes
from tensorflow.python.ops.variables import PartitionedVariable, VariableAggregation, VariableSynchronization


def model_variables(rename=None):
    """A custom getter that makes model variables, called by other names where `rename` says so."""

    def layer_variable_getter(getter, name, shape=None, dtype=None, initializer=None, regularizer=None, trainable=True,
                              collections=None, caching_device=None, partitioner=None, use_resource=None,
                              synchronization=VariableSynchronization.AUTO, aggregation=VariableAggregation.NONE, **_):
        parts = name.split("/")
        if rename and parts[-1] in rename:
            name = "/".join(parts[:-1] + [rename[parts[-1]]])
        return variables.model_variable(
            name, shape=shape, dtype=dtype, initializer=initializer, regularizer=regularizer, collections=collections,
            trainable=trainable, caching_device=caching_device, partitioner=partitioner, custom_getter=getter,
            use_resource=use_resource, synchronization=synchronization, aggregation=aggregation)

    return layer_variable_getter


def tensor_of(inputs, rank, axis=-1):
    """The tensor of a layer's inputs; one of unknown shape has the rank that the layer needs, and some size of an axis."""
    return uncertain_shapes.assume(ops.convert_to_tensor(inputs), rank, axis)


def channels(data_format):
    """The word of core layers for a format such as `NCHW`."""
    if _tfscope.is_unknown(data_format):
        return "channels_last"
    return "channels_first" if data_format and data_format.startswith("NC") else "channels_last"


def channel_axis(data_format):
    return 1 if channels(data_format) == "channels_first" else -1


def check_format(data_format, first="NCHW", last="NHWC"):
    if not _tfscope.is_unknown(data_format) and data_format not in (first, last):
        raise ValueError("data_format has to be either %s or %s." % (first, last))


def parameter(name, shape, initializer, variables_collections, trainable, dtype, collected_as=None, **options):
    """A model variable of a layer, in the collections that `variables_collections` has for it.

    An arg_scope of the user's gives a regularizer to a variable for which the layer passes none.
    """
    return variables.model_variable(
        name, shape=shape, dtype=dtype, initializer=initializer, trainable=trainable,
        collections=utils.get_variable_collections(variables_collections, collected_as or name), **options)


def collect(variable, collections, name):
    """Adds a variable of a core layer to the collections that the user asked for."""
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
