#include "rules/older_calls.h"

#include <algorithm>

#include "analyzer/tensorflow/api_table.h"

namespace tfscope {
namespace {

using Sign = OlderCall::Sign;

constexpr std::string_view kConcat = "since TensorFlow 1.0 the axis comes last: tf.concat(values, axis)";
constexpr std::string_view kSplit =
    "since TensorFlow 1.0 the tensor comes first: tf.split(value, num_or_size_splits, axis)";
constexpr std::string_view kNamed =
    "name the arguments, labels=... and logits=...: before TensorFlow 1.0 the logits came first";
constexpr std::string_view kWeights = "the argument is called weights_initializer since TensorFlow 0.9";
constexpr std::string_view kBiases = "the argument is called biases_initializer since TensorFlow 0.9";
constexpr std::string_view kInputSize = "leave input_size out: a cell takes the size from its first input";

constexpr OlderCall kCalls[] = {
    {"concat", Sign::kKeyword, "concat_dim", kConcat},
    {"concat", Sign::kNumberFirst, "", kConcat},
    {"concat", Sign::kListSecond, "", kConcat},
    {"split", Sign::kKeyword, "split_dim", kSplit},
    {"split", Sign::kKeyword, "num_split", kSplit},
    {"split", Sign::kNumberFirst, "", kSplit},
    {"split", Sign::kWords, "'split_dim' of 'Split' Op has type float", kSplit},
    {"", Sign::kWords, "_with_logits` with named arguments", kNamed},
    {"sigmoid_cross_entropy_with_logits", Sign::kKeyword, "targets",
     "the argument is called labels since TensorFlow 1.0"},
    {"SparseTensor", Sign::kKeyword, "shape", "the argument is called dense_shape since TensorFlow 1.0"},
    {"", Sign::kKeyword, "weight_init", kWeights},
    {"", Sign::kKeyword, "weights_init", kWeights},
    {"", Sign::kKeyword, "bias_init", kBiases},
    {"BasicLSTMCell", Sign::kKeyword, "input_size", kInputSize},
    {"BasicRNNCell", Sign::kKeyword, "input_size", kInputSize},
    {"GRUCell", Sign::kKeyword, "input_size", kInputSize},
    {"LSTMCell", Sign::kKeyword, "input_size", kInputSize},
};

/// The source of the positional argument at `position`; empty if there is none.
std::string_view Positional(const Site& site, size_t position, const Reporter& report) {
  if (position >= site.arguments.size()) return {};
  const auto end = site.arguments.begin() + static_cast<std::ptrdiff_t>(position) + 1;
  const bool named =
      std::any_of(site.arguments.begin(), end, [](const ArgumentSpan& argument) { return !argument.keyword.empty(); });
  return named ? std::string_view() : report.Text(site.arguments[position].span);
}

bool IsNumber(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

bool Shows(const OlderCall& call, const ErrorRaised& error, const Reporter& report) {
  switch (call.sign) {
    case Sign::kKeyword:
      return std::ranges::find(error.site.arguments, call.text, &ArgumentSpan::keyword) != error.site.arguments.end() &&
             error.message.find(fmt::format("'{}'", call.text)) != std::string::npos;
    case Sign::kWords:
      return error.message.find(call.text) != std::string::npos;
    case Sign::kNumberFirst:
      return IsNumber(Positional(error.site, 0, report));
    case Sign::kListSecond:
      return Positional(error.site, 1, report).starts_with('[') && !Positional(error.site, 0, report).starts_with('[');
  }
  return false;
}

/// A function of TensorFlow whose wrapper takes any arguments complains about them as Python does.
bool IsSignatureError(const ErrorRaised& error) {
  constexpr std::string_view kWords[] = {"() got an unexpected keyword argument '",
                                         "() got multiple values for argument '", "() missing "};
  if (error.type != "TypeError") return false;
  const size_t name = error.message.find("() ");
  return name != std::string::npos &&
         std::ranges::any_of(kWords, [&](auto words) { return error.message.substr(name).starts_with(words); }) &&
         !ApiTable::TensorFlow().PlacesOf(std::string_view(error.message).substr(0, name)).empty();
}

}  // namespace

const OlderCall* FindOlderCall(const ErrorRaised& error, const Reporter& report) {
  const std::string_view callee = report.CalleeName(error.site);
  const auto* found = std::ranges::find_if(kCalls, [&](const OlderCall& call) {
    return (call.function.empty() || call.function == callee) && Shows(call, error, report);
  });
  return found == std::end(kCalls) ? nullptr : found;
}

bool IsInvalidCall(const ErrorRaised& error, const Reporter& report) {
  if (error.kind == ErrorKind::kInvalidCall) return true;
  if (error.kind != ErrorKind::kIncompatibleShapes && error.kind != ErrorKind::kGraphConstruction) return false;
  return FindOlderCall(error, report) != nullptr || IsSignatureError(error);
}

}  // namespace tfscope
