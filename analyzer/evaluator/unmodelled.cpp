#include "analyzer/evaluator/unmodelled.h"

#include <string_view>
#include <vector>

namespace tfscope {
namespace {

constexpr size_t kLongestChain = 8;
constexpr std::string_view kTensorFlow = "tensorflow";

/// `tensorflow.nn.relu` -> `tf.nn.relu`; private modules have no such short form.
std::string PublicName(std::string_view dotted) {
  const bool is_public = dotted.starts_with("tensorflow.") && !dotted.starts_with("tensorflow.python.");
  return is_public ? "tf" + std::string(dotted.substr(kTensorFlow.size())) : std::string(dotted);
}

/// A module that is not there, or an attribute of one that is modelled in part.
bool IsRoot(const Symbol& symbol) {
  if (symbol.name == nullptr || symbol.hint != TypeHint::kOpaque) return false;
  if (symbol.operation == Symbol::Operation::kFresh) return true;
  return symbol.operation == Symbol::Operation::kAttribute && !symbol.a.is_unknown();
}

}  // namespace

std::string NameOfUnmodelled(const Symbol& symbol) {
  std::vector<std::string> parts;  // innermost last
  const Symbol* current = &symbol;
  bool returned = false;
  while (!IsRoot(*current)) {
    if (parts.size() >= kLongestChain || !current->a.is_unknown()) return {};
    switch (current->operation) {
      case Symbol::Operation::kAttribute:
        parts.push_back("." + std::string(current->name->text));
        break;
      case Symbol::Operation::kCall:
        parts.emplace_back("()");
        returned = true;
        break;
      default:
        return {};
    }
    current = current->a.symbol();
  }
  std::string name = PublicName(current->name->text);
  if (returned && !std::string_view(current->name->text).starts_with(kTensorFlow)) return {};
  for (size_t i = parts.size(); i-- > 0;) name += parts[i];
  return name;
}

}  // namespace tfscope
