#include "analyzer/evaluator/known_lengths.h"

#include <algorithm>
#include <optional>

#include "analyzer/evaluator/operators.h"

namespace tfscope {
namespace {

constexpr int64_t kLongest = 64;  // of the lengths that are tried
constexpr int kDeepest = 8;

/// Evaluates arithmetic on integers and one length: that of a symbol, or a symbol that is a length itself.
class LengthArithmetic {
 public:
  LengthArithmetic(const Symbol* counted, int64_t length) : counted_(counted), length_(length) {}

  std::optional<int64_t> Of(Value value, int depth = 0) {
    if (value.is_int()) return Small(value.as_int());
    if (!value.is_unknown() || depth == kDeepest) return std::nullopt;
    const Symbol& symbol = *value.symbol();
    if (IsLength(symbol)) {
      reads_length_ = true;
      return length_;
    }
    if (symbol.operation != Symbol::Operation::kBinary) return std::nullopt;
    const std::optional<int64_t> left = Of(symbol.a, depth + 1);
    const std::optional<int64_t> right = Of(symbol.b, depth + 1);
    if (!left || !right) return std::nullopt;
    switch (static_cast<BinaryOperator>(symbol.detail)) {
      case BinaryOperator::kAdd:
        return Small(*left + *right);
      case BinaryOperator::kSubtract:
        return Small(*left - *right);
      default:
        return std::nullopt;
    }
  }

  bool reads_length() const { return reads_length_; }

 private:
  static std::optional<int64_t> Small(int64_t value) {
    constexpr int64_t kMost = int64_t{1} << 40;
    return value < kMost && value > -kMost ? std::optional(value) : std::nullopt;
  }

  bool IsLength(const Symbol& symbol) const {
    if (&symbol == counted_) return true;
    const bool is_length = symbol.operation == Symbol::Operation::kMethod && symbol.name->text == "len";
    return is_length && symbol.a.is_unknown() && symbol.a.symbol() == counted_;
  }

  const Symbol* counted_;
  int64_t length_;
  bool reads_length_ = false;
};

std::optional<bool> Compare(CompareOperator op, int64_t left, int64_t right) {
  switch (op) {
    case CompareOperator::kEqual:
      return left == right;
    case CompareOperator::kNotEqual:
      return left != right;
    case CompareOperator::kLess:
      return left < right;
    case CompareOperator::kLessEqual:
      return left <= right;
    case CompareOperator::kGreater:
      return left > right;
    case CompareOperator::kGreaterEqual:
      return left >= right;
    default:
      return std::nullopt;
  }
}

/// What the comparison is for this length; nothing if it is not about it.
std::optional<bool> Outcome(const Symbol& comparison, const Symbol* counted, int64_t length) {
  LengthArithmetic arithmetic(counted, length);
  const std::optional<int64_t> left = arithmetic.Of(comparison.a);
  const std::optional<int64_t> right = arithmetic.Of(comparison.b);
  if (!left || !right || !arithmetic.reads_length()) return std::nullopt;
  return Compare(static_cast<CompareOperator>(comparison.detail), *left, *right);
}

/// The n of `range(n)`, else the iterable itself.
const Symbol* Counted(const Symbol* iterable) {
  const bool is_range = iterable->operation == Symbol::Operation::kMethod && iterable->name->text == "range";
  return is_range && iterable->a.is_unknown() && !iterable->b.defined() ? iterable->a.symbol() : iterable;
}

}  // namespace

KnownLength::KnownLength(const Heap& heap, const std::unordered_map<uint32_t, bool>& decisions, Value iterable)
    : iterable_(Counted(iterable.symbol())) {
  for (const auto& [id, side] : decisions) {
    const Symbol* symbol = heap.SymbolOf(id);
    if (symbol == nullptr) continue;
    if (symbol == iterable_ && !side) is_empty_ = true;
    if (symbol->operation == Symbol::Operation::kCompare && Outcome(*symbol, iterable_, 1)) {
      conditions_.push_back({symbol, side});
    }
  }
}

bool KnownLength::Allows(int64_t length) const {
  return std::ranges::all_of(conditions_, [&](const Condition& condition) {
    return Outcome(*condition.comparison, iterable_, length).value_or(condition.holds) == condition.holds;
  });
}

bool KnownLength::MayExceed(int64_t count) const {
  if (is_empty_) return false;
  if (conditions_.empty()) return true;
  for (int64_t length = count + 1; length <= count + kLongest; ++length) {
    if (Allows(length)) return true;
  }
  return false;
}

}  // namespace tfscope
