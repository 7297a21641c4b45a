"""Embedding of sequences."""
from tensorflow.contrib.framework.python.ops import variables
from tensorflow.contrib.layers.python.layers import embedding_ops as contrib_embedding_ops
from tensorflow.contrib.layers.python.ops import sparse_ops
from tensorflow.python.framework import sparse_tensor
from tensorflow.python.ops import embedding_ops, math_ops, variable_scope


def bow_encoder(ids, vocab_size, embed_dim, sparse_lookup=True, initializer=None, regularizer=None, trainable=True,
                scope=None, reuse=None):
    if not vocab_size or not embed_dim:
        raise ValueError("Must specify vocab size and embedding dimension")
    with variable_scope.Api("tf.contrib.layers.bow_encoder"), variable_scope.variable_scope(
            scope, "bow_encoder", [ids], reuse=reuse):
        embeddings = variables.model_variable("embeddings", shape=[vocab_size, embed_dim], initializer=initializer,
                                              regularizer=regularizer, trainable=trainable)
        is_sparse = isinstance(ids, sparse_tensor.SparseTensor)
        if sparse_lookup:
            return contrib_embedding_ops.safe_embedding_lookup_sparse(
                [embeddings], ids if is_sparse else sparse_ops.dense_to_sparse_tensor(ids), combiner="mean", default_id=0)
        if is_sparse:
            raise TypeError("ids are expected to be dense Tensor, got: %s", ids)
        return math_ops.reduce_mean(embedding_ops.embedding_lookup(embeddings, ids), axis=1)


def embed_sequence(ids, vocab_size=None, embed_dim=None, unique=False, initializer=None, regularizer=None, trainable=True,
                   scope=None, reuse=None):
    if not (reuse or (vocab_size and embed_dim)):
        raise ValueError("Must specify vocab size and embedding dimension when not reusing. Got vocab_size=%s and "
                         "embed_dim=%s" % (vocab_size, embed_dim))
    with variable_scope.Api("tf.contrib.layers.embed_sequence"), variable_scope.variable_scope(
            scope, "EmbedSequence", [ids], reuse=reuse):
        shape = None if reuse and vocab_size is None or embed_dim is None else [vocab_size, embed_dim]
        embeddings = variables.model_variable("embeddings", shape=shape, initializer=initializer, regularizer=regularizer,
                                              trainable=trainable)
        if unique:
            return contrib_embedding_ops.embedding_lookup_unique(embeddings, ids)
        return embedding_ops.embedding_lookup(embeddings, ids)
