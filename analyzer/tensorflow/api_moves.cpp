#include "analyzer/tensorflow/api_moves.h"

#include <algorithm>
#include <string>

namespace tfscope {
namespace {

constexpr std::string_view kRoot = "tensorflow";
constexpr std::string_view kCompat = "tensorflow.compat.v1";

constexpr ApiMove kMoves[] = {
    {"tensorflow", "audio_summary", "tf.summary.audio", false},
    {"tensorflow", "batch_cholesky", "tf.cholesky", true},
    {"tensorflow", "batch_cholesky_solve", "tf.cholesky_solve", true},
    {"tensorflow", "batch_fft", "tf.fft", true},
    {"tensorflow", "batch_fft2d", "tf.fft2d", true},
    {"tensorflow", "batch_fft3d", "tf.fft3d", true},
    {"tensorflow", "batch_ifft", "tf.ifft", true},
    {"tensorflow", "batch_ifft2d", "tf.ifft2d", true},
    {"tensorflow", "batch_ifft3d", "tf.ifft3d", true},
    {"tensorflow", "batch_matmul", "tf.matmul", false},
    {"tensorflow", "batch_matrix_band_part", "tf.matrix_band_part", true},
    {"tensorflow", "batch_matrix_determinant", "tf.matrix_determinant", true},
    {"tensorflow", "batch_matrix_diag", "tf.matrix_diag", true},
    {"tensorflow", "batch_matrix_diag_part", "tf.matrix_diag_part", true},
    {"tensorflow", "batch_matrix_inverse", "tf.matrix_inverse", true},
    {"tensorflow", "batch_matrix_set_diag", "tf.matrix_set_diag", true},
    {"tensorflow", "batch_matrix_solve", "tf.matrix_solve", true},
    {"tensorflow", "batch_matrix_solve_ls", "tf.matrix_solve_ls", true},
    {"tensorflow", "batch_matrix_transpose", "tf.matrix_transpose", true},
    {"tensorflow", "batch_matrix_triangular_solve", "tf.matrix_triangular_solve", true},
    {"tensorflow", "batch_self_adjoint_eig", "tf.self_adjoint_eig", true},
    {"tensorflow", "batch_self_adjoint_eigvals", "tf.self_adjoint_eigvals", true},
    {"tensorflow", "batch_svd", "tf.svd", true},
    {"tensorflow", "complex_abs", "tf.abs", true},
    {"tensorflow", "concat_v2", "tf.concat", true},
    {"tensorflow", "histogram_summary", "tf.summary.histogram", false},
    {"tensorflow", "image_summary", "tf.summary.image", false},
    {"tensorflow", "inv", "tf.reciprocal", true},
    {"tensorflow", "list_diff", "tf.setdiff1d", true},
    {"tensorflow", "listdiff", "tf.setdiff1d", true},
    {"tensorflow", "merge_all_summaries", "tf.summary.merge_all", true},
    {"tensorflow", "merge_summary", "tf.summary.merge", true},
    {"tensorflow", "mul", "tf.multiply", true},
    {"tensorflow", "neg", "tf.negative", true},
    {"tensorflow", "pack", "tf.stack", true},
    {"tensorflow", "scalar_summary", "tf.summary.scalar", false},
    {"tensorflow", "select", "tf.where", true},
    {"tensorflow", "sub", "tf.subtract", true},
    {"tensorflow", "unpack", "tf.unstack", true},
    {"tensorflow.contrib", "ctc", "tf.nn", true},
    {"tensorflow.contrib", "skflow", "tf.contrib.learn", false},
    {"tensorflow.contrib.rnn", "core_rnn_cell", "tf.contrib.rnn", true},
    {"tensorflow.image", "per_image_whitening", "tf.image.per_image_standardization", true},
    {"tensorflow.nn", "bidirectional_rnn", "tf.nn.static_bidirectional_rnn", true},
    {"tensorflow.nn", "rnn", "tf.nn.static_rnn", true},
    {"tensorflow.nn", "seq2seq", "tf.contrib.legacy_seq2seq", true},
    {"tensorflow.nn", "state_saving_rnn", "tf.nn.static_state_saving_rnn", true},
    {"tensorflow.nn.rnn_cell", "_linear", "tensorflow.contrib.rnn.python.ops.core_rnn_cell._linear", false},
    {"tensorflow.python.ops.rnn_cell", "_linear", "tensorflow.contrib.rnn.python.ops.core_rnn_cell._linear", false},
    {"tensorflow.python.ops.rnn_cell_impl", "_linear", "tensorflow.contrib.rnn.python.ops.core_rnn_cell._linear",
     false},
    {"tensorflow.train", "SummaryWriter", "tf.summary.FileWriter", true},
    {"tensorflow.train", "SummaryWriterCache", "tf.summary.FileWriterCache", true},
};

constexpr ApiMove kContrib = {kCompat, "contrib", "tf_slim", false};

}  // namespace

std::span<const ApiMove> AllMoves() { return kMoves; }

const ApiMove* FindMove(std::string_view module, std::string_view attribute) {
  if (module == kCompat && attribute == kContrib.attribute) return &kContrib;
  std::string path(module);
  if (path.starts_with(kCompat)) path.replace(0, kCompat.size(), kRoot);
  const auto* found = std::ranges::find_if(
      kMoves, [&](const ApiMove& move) { return move.module == path && move.attribute == attribute; });
  return found == std::end(kMoves) ? nullptr : found;
}

}  // namespace tfscope
