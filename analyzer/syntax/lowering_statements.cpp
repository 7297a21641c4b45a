// Handlers of simple statements and of the statement lists they stand in.
#include <algorithm>

#include "analyzer/syntax/lowering.h"

namespace tfscope {

bool IsStatement(NodeKind kind) {
  switch (kind) {
    case NodeKind::kAlias:
    case NodeKind::kWithItem:
    case NodeKind::kExceptHandler:
    case NodeKind::kParameters:
    case NodeKind::kParameter:
    case NodeKind::kArguments:
      return false;
    default:
      // The patterns stand between the statements.
      return kind >= NodeKind::kExpressionStatement && (kind < NodeKind::kMatchValue || kind > NodeKind::kMatchClass);
  }
}

std::optional<Item> Lowering::LowerSmallStatement(const Frame& frame, Items items) {
  const auto node = [&](NodeId id) { return Item{frame.symbol, false, id, kNoNode, frame.extent}; };
  const auto of_kind = [&](NodeKind kind) { return node(builder_.Add(kind, frame.extent, Elements(items))); };
  switch (frame.symbol) {
    case Symbol::kModule:
      return node(Statements(NodeKind::kModule, frame, items));
    case Symbol::kBlock:
      return node(Statements(NodeKind::kBlock, frame, items));
    case Symbol::kExpressionStatement: {
      const bool one = items.size() == 1;
      if (one && items[0].node != kNoNode && IsStatement(builder_.kind(items[0].node))) return node(items[0].node);
      const NodeId value = items.empty() ? Hole(frame.extent) : SequenceOrOne(items);
      return node(builder_.Add(NodeKind::kExpressionStatement, frame.extent, {value}));
    }
    case Symbol::kAssignment:
      return node(Assignment(frame, items));
    case Symbol::kAugmentedAssignment:
      return node(AugmentedAssignment(frame, items));
    case Symbol::kReturnStatement:
      return node(builder_.Add(NodeKind::kReturn, frame.extent, {SequenceOrOne(items)}));
    case Symbol::kPassStatement:
      return of_kind(NodeKind::kPass);
    case Symbol::kBreakStatement:
      return of_kind(NodeKind::kBreak);
    case Symbol::kContinueStatement:
      return of_kind(NodeKind::kContinue);
    case Symbol::kGlobalStatement:
      return of_kind(NodeKind::kGlobal);
    case Symbol::kNonlocalStatement:
      NotePython3();
      return of_kind(NodeKind::kNonlocal);
    case Symbol::kAssertStatement: {
      std::vector<NodeId> parts = Elements(items);
      if (parts.empty()) parts.push_back(Hole(frame.extent));
      parts.resize(2, kNoNode);
      return node(builder_.Add(NodeKind::kAssert, frame.extent, parts));
    }
    case Symbol::kDeleteStatement:
      return node(Delete(frame, items));
    case Symbol::kRaiseStatement:
      return node(Raise(frame, items));
    case Symbol::kPrintStatement:
      return node(Print(frame, items));
    case Symbol::kExecStatement:
      return node(Exec(frame, items));
    case Symbol::kTypeAliasStatement: {
      std::vector<NodeId> parts = Elements(items);
      parts.resize(2, kNoNode);
      return node(builder_.Add(NodeKind::kTypeAlias, frame.extent, parts));
    }
    case Symbol::kAliasedImport: {
      const Atom name = items.empty() ? kNoAtom : DottedAtom(items.front().extent);
      const NodeId alias = items.size() > 1 ? Expression(items.back()) : Hole(frame.extent);
      return node(builder_.Add(NodeKind::kAlias, frame.extent, {alias}, 0, name));
    }
    case Symbol::kImportStatement:
      return node(Import(frame, items));
    case Symbol::kImportFromStatement:
    case Symbol::kFutureImportStatement:
      return node(ImportFrom(frame, items));
    default:
      return std::nullopt;
  }
}

bool Lowering::OnOneLine(uint32_t begin, uint32_t end) const {
  return begin <= end && builder_.text({begin, end}).find_first_of("\n;") == std::string_view::npos;
}

NodeId Lowering::Statements(NodeKind kind, const Frame& frame, Items items) {
  std::vector<NodeId> nodes;
  const Item* error_before = nullptr;
  for (const Item& item : items) {
    if (IsToken(item.symbol)) continue;
    const bool error = item.symbol == Symbol::kError || item.node == kNoNode;
    // What stands behind an error on its line is more of it, as the second word of a shell command.
    if (error_before != nullptr && OnOneLine(error_before->extent.end, item.extent.begin)) {
      error_before = &item;
      continue;
    }
    error_before = error ? &item : nullptr;
    const NodeId node = error ? Hole(item.extent) : item.node;
    const NodeKind node_kind = builder_.kind(node);
    nodes.push_back(IsStatement(node_kind) ? node : builder_.Add(NodeKind::kExpressionStatement, item.extent, {node}));
  }
  return builder_.Add(kind, frame.extent, nodes);
}

// Items: target, =, value; or target, =, marker, target, =, value; or target, :, type, =, value.
NodeId Lowering::Assignment(const Frame& frame, Items items) {
  if (items.empty()) return Hole(frame.extent);
  const bool value_last = !IsToken(items.back().symbol) && Find(items, Symbol::kEqualToken) != nullptr;
  const NodeId value = value_last ? Expression(items.back()) : kNoNode;
  if (Find(items, Symbol::kColonToken)) {
    NotePython3();
    const Item* type = Find(items, Symbol::kType);
    const NodeId annotation = type != nullptr ? type->node : Hole(frame.extent);
    return builder_.Add(NodeKind::kAnnotatedAssign, frame.extent, {Expression(items[0]), annotation, value});
  }
  std::vector<NodeId> nodes;
  const Items targets = value_last ? items.first(items.size() - 1) : items;
  for (const Item& item : targets) {
    const bool marker = item.symbol == Symbol::kAssignment && item.node == kNoNode;
    if (!IsToken(item.symbol) && !marker) nodes.push_back(Expression(item));
  }
  nodes.push_back(value != kNoNode ? value : Hole(frame.extent));
  return builder_.Add(NodeKind::kAssign, frame.extent, nodes);
}

NodeId Lowering::Print(const Frame& frame, Items items) {
  const uint32_t keyword = frame.extent.begin;
  if (frame.symbol == Symbol::kYield) {
    const size_t next = std::min(builder_.text().find_first_not_of(" \t\f", keyword + 5), builder_.text().size());
    return PrintOf(frame.extent, items, TextAt(static_cast<uint32_t>(next), 2) == ">>");
  }
  const Item* chevron = Find(items, Symbol::kChevron);
  if (chevron == nullptr) {
    NotePython2(keyword, "missing parentheses in call to `print`");
    return PrintOf(frame.extent, items, false);
  }
  // Python 3 reads `print >>file, x` as a tuple whose first element shifts the function.
  const Extent name{keyword, keyword + 5};
  const NodeId shift = builder_.Add(NodeKind::kBinary, {keyword, chevron->extent.end},
                                    {builder_.AddLeaf(NodeKind::kName, name, "print"), chevron->node},
                                    static_cast<uint8_t>(BinaryOperator::kRightShift));
  std::vector<NodeId> elements = Elements(items);
  elements[0] = shift;
  const NodeId value =
      Find(items, Symbol::kCommaToken) ? builder_.Add(NodeKind::kTuple, frame.extent, elements) : shift;
  return builder_.Add(NodeKind::kExpressionStatement, frame.extent, {value});
}

NodeId Lowering::PrintOf(Extent extent, Items arguments, bool chevron) {
  std::vector<NodeId> values;
  bool trailing_comma = !arguments.empty() && arguments.back().symbol == Symbol::kCommaToken;
  if (arguments.size() == 1 && arguments[0].symbol == Symbol::kExpressionList) {
    const std::span<const NodeId> elements = builder_.children(arguments[0].node);
    values.assign(elements.begin(), elements.end());
    const std::string_view text = builder_.text(arguments[0].extent);
    trailing_comma = !text.empty() && text.back() == ',';
  } else {
    values = Elements(arguments);
  }
  const NodeId node = builder_.Add(NodeKind::kPrint, extent, values, chevron ? 1 : 0);
  if (trailing_comma) builder_.SetFlag(node, NodeFlag::kTrailingComma);
  return node;
}

// exec code [in globals [, locals]]; rewritten to `del`, or as the grammar has it.
NodeId Lowering::Exec(const Frame& frame, Items items) {
  std::vector<NodeId> parts;
  const auto take = [&](NodeId id) {
    // `code in globals` was read as a comparison; `(code, globals)` is the form that looks like a call.
    const Node node = builder_.node(id);
    const std::vector<NodeId> children(builder_.children(id).begin(), builder_.children(id).end());
    if (parts.empty() && node.kind == NodeKind::kCompare && children.size() == 2 &&
        builder_.node(children[1]).op == static_cast<uint8_t>(CompareOperator::kIn)) {
      parts = {children[0], builder_.children(children[1])[0]};
    } else if (parts.empty() && node.kind == NodeKind::kTuple && children.size() >= 2 && children.size() <= 3 &&
               (node.flags & NodeFlag::kParenthesized) != 0) {
      parts = children;
    } else {
      parts.push_back(id);
    }
  };
  for (const Item& item : items) {
    if (IsToken(item.symbol)) continue;
    const NodeId id = Expression(item);
    if (item.symbol != Symbol::kExpressionList) {
      take(id);
      continue;
    }
    const std::vector<NodeId> elements(builder_.children(id).begin(), builder_.children(id).end());
    for (const NodeId element : elements) take(element);
  }
  if (frame.symbol == Symbol::kExecStatement) {
    NotePython2(frame.extent.begin, "missing parentheses in call to `exec`");
  }
  if (parts.empty()) parts.push_back(Hole(frame.extent));
  parts.resize(3, kNoNode);
  return builder_.Add(NodeKind::kExec, frame.extent, parts);
}

NodeId Lowering::Delete(const Frame& frame, Items items) {
  if (prepared_.python2 && TextAt(frame.extent.begin, 4) == "exec") return Exec(frame, items);
  std::vector<NodeId> targets = Elements(items);
  if (items.size() == 1 && items[0].symbol == Symbol::kExpressionList) {
    const std::span<const NodeId> elements = builder_.children(items[0].node);
    targets.assign(elements.begin(), elements.end());
  }
  return builder_.Add(NodeKind::kDelete, frame.extent, targets);
}

NodeId Lowering::Raise(const Frame& frame, Items items) {
  std::vector<NodeId> parts;
  uint8_t op = 0;
  if (!items.empty() && items[0].symbol == Symbol::kExpressionList) {
    NotePython2(frame.extent.begin, "invalid syntax");
    const std::span<const NodeId> elements = builder_.children(items[0].node);
    parts.assign(elements.begin(), elements.end());
    op = 1;
  } else {
    parts = Elements(items);
    if (Find(items, Symbol::kFromToken)) NotePython3();
  }
  parts.resize(3, kNoNode);
  return builder_.Add(NodeKind::kRaise, frame.extent, parts, op);
}

NodeId Lowering::Alias(const Item& item) {
  if (item.symbol == Symbol::kAliasedImport) return item.node;
  return builder_.Add(NodeKind::kAlias, item.extent, {kNoNode}, 0, DottedAtom(item.extent));
}

NodeId Lowering::Import(const Frame& frame, Items items) {
  std::vector<NodeId> names;
  for (const Item& item : items) {
    if (item.symbol == Symbol::kDottedName || item.symbol == Symbol::kAliasedImport) names.push_back(Alias(item));
  }
  return builder_.Add(NodeKind::kImport, frame.extent, names);
}

NodeId Lowering::ImportFrom(const Frame& frame, Items items) {
  Atom module = builder_.Intern("__future__");
  uint8_t dots = 0;
  bool star = false;
  std::vector<NodeId> names;
  bool behind_import = false;
  for (const Item& item : items) {
    if (item.symbol == Symbol::kImportToken) {
      behind_import = true;
    } else if (item.symbol == Symbol::kWildcardImport) {
      star = true;
    } else if (behind_import && (item.symbol == Symbol::kDottedName || item.symbol == Symbol::kAliasedImport)) {
      names.push_back(Alias(item));
    } else if (item.symbol == Symbol::kDottedName) {
      module = DottedAtom(item.extent);
    } else if (item.symbol == Symbol::kRelativeImport) {
      const std::string_view name = builder_.TextOf(DottedAtom(item.extent));
      const size_t count = std::min(name.find_first_not_of('.'), name.size());
      dots = static_cast<uint8_t>(std::min<size_t>(count, 255));
      module = builder_.Intern(name.substr(count));
    }
  }
  const NodeId node = builder_.Add(NodeKind::kImportFrom, frame.extent, names, dots, module);
  if (star) builder_.SetFlag(node, NodeFlag::kStar);
  return node;
}

}  // namespace tfscope
