"""Candidate sampling."""

import collections

from tensorflow.python.framework.op_library import apply

_FIELDS = ["sampled_candidates", "true_expected_count", "sampled_expected_count"]
_Sampled = {name: collections.namedtuple(name + "CandidateSampler", _FIELDS)
            for name in ("LogUniform", "Uniform", "LearnedUnigram", "FixedUnigram", "All")}


def _sampler(op_type, true_classes, num_true, num_sampled, name):
    parts = apply(op_type + "CandidateSampler", name, [true_classes], num_true=num_true, num_sampled=num_sampled)
    return _Sampled[op_type](*parts)


def log_uniform_candidate_sampler(true_classes, num_true, num_sampled, unique, range_max, seed=None, name=None):
    return _sampler("LogUniform", true_classes, num_true, num_sampled, name)


def uniform_candidate_sampler(true_classes, num_true, num_sampled, unique, range_max, seed=None, name=None):
    return _sampler("Uniform", true_classes, num_true, num_sampled, name)


def learned_unigram_candidate_sampler(true_classes, num_true, num_sampled, unique, range_max, seed=None, name=None):
    return _sampler("LearnedUnigram", true_classes, num_true, num_sampled, name)


def fixed_unigram_candidate_sampler(
    true_classes,
    num_true,
    num_sampled,
    unique,
    range_max,
    vocab_file="",
    distortion=1.0,
    num_reserved_ids=0,
    num_shards=1,
    shard=0,
    unigrams=(),
    seed=None,
     name=None):
    return _sampler("FixedUnigram", true_classes, num_true, num_sampled, name)


def all_candidate_sampler(true_classes, num_true, num_sampled, unique, seed=None, name=None):
    return _sampler("All", true_classes, num_true, num_sampled, name)


def compute_accidental_hits(true_classes, sampled_candidates, num_true, seed=None, name=None):
    return apply("ComputeAccidentalHits", name, [true_classes, sampled_candidates])
