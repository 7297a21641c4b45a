"""Embedding of sequences."""
from tensorflow.contrib.framework.python.ops import variables
from tensorflow.contrib.framework.python.ops.arg_scope import add_arg_scope
from tensorflow.python.framework import ops
from tensorflow.python.ops import embedding_ops, math_ops, variable_scope


@add_arg_scope
def embed_sequence(ids, vocab_size=None, embed_dim=None, unique=False, initializer=None, regularizer=None, trainable=True,
                   scope=None, reuse=None):
    if not (reuse or (vocab_size and embed_dim)):
        raise ValueError("Must specify vocab size and embedding dimension when not reusing. Got vocab_size=%s and "
                         "embed_dim=%s" % (vocab_size, embed_dim))
    with variable_scope.Api("tf.contrib.layers.embed_sequence"), variable_scope.variable_scope(
            scope, "EmbedSequence", [ids], reuse=reuse):
        shape = [vocab_size, embed_dim]
        if reuse and vocab_size is None or embed_dim is None:
            shape = None
        embeddings = variables.model_variable("embeddings", shape=shape, initializer=initializer, regularizer=regularizer,
                                              trainable=trainable)
        return embedding_ops.embedding_lookup(embeddings, ids)


@add_arg_scope
def bow_encoder(ids, vocab_size, embed_dim, sparse_lookup=True, initializer=None, regularizer=None, trainable=True,
                scope=None, reuse=None):
    with variable_scope.Api("tf.contrib.layers.bow_encoder"), variable_scope.variable_scope(
            scope, "bow_encoder", [ids], reuse=reuse):
        embeddings = variables.model_variable("embeddings", shape=[vocab_size, embed_dim], initializer=initializer,
                                              regularizer=regularizer, trainable=trainable)
        if sparse_lookup and not isinstance(ids, ops.Tensor):
            return embedding_ops.embedding_lookup_sparse(embeddings, ids, None, combiner="mean")
        return math_ops.reduce_mean(embedding_ops.embedding_lookup(embeddings, ids), axis=1)
