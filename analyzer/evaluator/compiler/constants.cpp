// Which expressions are constants: literals, tuples of constants, numbers with a sign.
#include <cstdint>

#include "analyzer/evaluator/compiler/code_compiler.h"
#include "analyzer/evaluator/text.h"

namespace tfscope {

Value CodeCompiler::NumberOf(NodeId id) {
  const Node& node = tree_[id];
  std::string_view digits = names_.Text(node.atom);
  if (node.kind == NodeKind::kInt) return ParseInt(names_.constants(), digits);
  double value = ParseFloat(digits);
  if (node.kind == NodeKind::kFloat) return Value::Float(value);
  auto* result = names_.constants().New<Complex>();
  result->imaginary = value;
  return Value::Of(result);
}

/// Undefined if it is better left to the evaluator.
Value CodeCompiler::NegativeNumberOf(NodeId number) {
  NodeKind kind = KindOf(number);
  if (kind != NodeKind::kInt && kind != NodeKind::kFloat) return Value();
  std::optional<Value> value = ConstantOf(number);
  if (!value.has_value()) return Value();
  if (value->is_int()) return Value::Int(-value->as_int());
  return value->is_float() ? Value::Float(-value->as_float()) : Value();
}

std::optional<Value> CodeCompiler::TupleConstant(NodeId id) {
  std::vector<Value> items;
  for (NodeId element : tree_.Children(id)) {
    std::optional<Value> item = ConstantOf(element);
    if (!item) return std::nullopt;
    items.push_back(*item);
  }
  return names_.constants().NewTuple(std::move(items));
}

std::optional<Value> CodeCompiler::ConstantOf(NodeId id) {
  const Node& node = tree_[id];
  switch (node.kind) {
    case NodeKind::kNone:
      return Value::None();
    case NodeKind::kTrue:
      return Value::Bool(true);
    case NodeKind::kFalse:
      return Value::Bool(false);
    case NodeKind::kEllipsis:
      return Value::Ellipsis();
    case NodeKind::kString:
      return Value::Of(names_.Name(node.atom));
    case NodeKind::kInt:
    case NodeKind::kFloat:
    case NodeKind::kImaginary:
    case NodeKind::kBytes:
    case NodeKind::kTuple:
    case NodeKind::kUnary:
      break;
    default:
      return std::nullopt;
  }
  // Reading digits takes the square of their number: longer ints are not known.
  constexpr size_t kLongestInt = 20'000;
  if (node.kind == NodeKind::kInt && names_.Text(node.atom).size() > kLongestInt) return std::nullopt;
  if (auto known = constant_of_.find(id); known != constant_of_.end()) return known->second;
  std::optional<Value> value;
  if (node.kind == NodeKind::kTuple) {
    value = TupleConstant(id);
  } else if (node.kind == NodeKind::kBytes) {
    value = Value::Of(names_.constants().NewBytes(names_.Text(node.atom)));
  } else if (node.kind != NodeKind::kUnary) {
    value = NumberOf(id);
  } else if (static_cast<UnaryOperator>(node.op) == UnaryOperator::kNegative) {
    Value number = NegativeNumberOf(tree_.Child(id, 0));
    if (number.defined()) value = number;
  }
  constant_of_[id] = value;
  return value;
}

bool CodeCompiler::IsConstantTrue(NodeId id) {
  std::optional<Value> value = ConstantOf(id);
  if (!value) return false;
  return (value->is_bool() && value->as_bool()) || (value->is_int() && value->as_int() != 0);
}

}  // namespace tfscope
