// Handlers of functions, their parameters, and classes.
#include "analyzer/syntax/lowering.h"

namespace tfscope {

std::optional<Item> Lowering::LowerDefinition(const Frame& frame, Items items) {
  const auto node = [&](NodeId id) { return Item{frame.symbol, false, id, kNoNode, frame.extent}; };
  switch (frame.symbol) {
    case Symbol::kFunctionDefinition:
      return node(FunctionDefinition(frame, items));
    case Symbol::kClassDefinition:
      return node(ClassDefinition(frame, items));
    case Symbol::kDecorator:
      return node(FirstExpression(items, frame.extent));
    case Symbol::kDecoratedDefinition:
      return node(Decorated(items));
    case Symbol::kParameters:
    case Symbol::kLambdaParameters:
      return node(Parameters(frame.extent, items));
    case Symbol::kDefaultParameter:
    case Symbol::kTypedParameter:
    case Symbol::kTypedDefaultParameter:
      return DefaultParameter(frame, items);
    default:
      return std::nullopt;
  }
}

NodeId Lowering::FunctionDefinition(const Frame& frame, Items items) {
  const Item* name = Find(items, Symbol::kIdentifier);
  const Item* parameters = Find(items, Symbol::kParameters);
  const Item* arrow = Find(items, Symbol::kArrowToken);
  NodeId returns = kNoNode;
  if (arrow != nullptr) {
    NotePython3();
    const Item* type = Find(Items(arrow, &items.back() + 1), Symbol::kType);
    returns = type != nullptr ? type->node : Hole(arrow->extent);
  }
  const NodeId list = parameters != nullptr ? parameters->node : builder_.Add(NodeKind::kParameters, frame.extent, {});
  const NodeId node = builder_.Add(NodeKind::kFunctionDef, frame.extent, {list, returns, BlockOf(items, frame.extent)},
                                   0, name != nullptr ? AtomOf(name->extent) : kNoAtom);
  if (Find(items, Symbol::kAsyncToken)) {
    NotePython3();
    builder_.SetFlag(node, NodeFlag::kAsync);
  }
  return node;
}

NodeId Lowering::ClassDefinition(const Frame& frame, Items items) {
  const Item* name = Find(items, Symbol::kIdentifier);
  std::vector<NodeId> arguments;
  Extent place{frame.extent.begin, frame.extent.begin};
  if (const Item* marker = Find(items, Symbol::kArgumentList)) {
    place = marker->extent;
    for (const Item& item : Items(marker + 1, &items.back() + 1)) {
      if (item.symbol == Symbol::kColonToken || item.symbol == Symbol::kBlock) break;
      if (!IsToken(item.symbol)) arguments.push_back(Argument(item));
      if (item.symbol == Symbol::kKeywordArgument) NotePython3();
    }
  }
  const NodeId bases = builder_.Add(NodeKind::kArguments, place, arguments);
  return builder_.Add(NodeKind::kClassDef, frame.extent, {bases, BlockOf(items, frame.extent)}, 0,
                      name != nullptr ? AtomOf(name->extent) : kNoAtom);
}

NodeId Lowering::Decorated(Items items) {
  std::vector<NodeId> decorators;
  NodeId definition = kNoNode;
  for (const Item& item : items) {
    if (item.symbol == Symbol::kDecorator) decorators.push_back(item.node);
    if (item.symbol == Symbol::kFunctionDefinition || item.symbol == Symbol::kClassDefinition) definition = item.node;
  }
  if (definition == kNoNode) return items.empty() ? kNoNode : Hole(items.front().extent);
  const Node node = builder_.node(definition);
  if (node.kind == NodeKind::kHole) return definition;
  std::vector<NodeId> children(builder_.children(definition).begin(), builder_.children(definition).end());
  children.insert(children.end(), decorators.begin(), decorators.end());
  const NodeId decorated = builder_.Add(node.kind, {node.begin, node.end}, children, node.op, node.atom);
  if ((node.flags & NodeFlag::kAsync) != 0) builder_.SetFlag(decorated, NodeFlag::kAsync);
  return decorated;
}

NodeId Lowering::Parameters(Extent extent, Items items) {
  std::vector<NodeId> nodes;
  ParameterKind kind = ParameterKind::kPositionalOrKeyword;
  for (const Item& item : items) {
    if (item.symbol == Symbol::kKeywordSeparator) {
      NotePython3();
      kind = ParameterKind::kKeywordOnly;
    } else if (item.symbol == Symbol::kPositionalSeparator) {
      NotePython3();
      for (const NodeId node : nodes) builder_.SetOp(node, static_cast<uint8_t>(ParameterKind::kPositionalOnly));
    } else if (!IsToken(item.symbol)) {
      nodes.push_back(Parameter(item, kind));
    }
  }
  return builder_.Add(NodeKind::kParameters, extent, nodes);
}

// `kind` is that of a plain parameter here; after `*args` it is keyword-only.
NodeId Lowering::Parameter(const Item& item, ParameterKind& kind) {
  NodeId annotation = kNoNode;
  NodeId default_value = kNoNode;
  NodeId pattern = kNoNode;
  Atom name = kNoAtom;
  ParameterKind own = kind;
  Item target = item;
  if (item.symbol == Symbol::kDefaultParameter) {
    // Its handler left an (annotation, default) pair of places behind: see DefaultParameter.
    const std::span<const NodeId> parts = builder_.children(item.node);
    annotation = parts[0];
    default_value = parts[1];
    target = {static_cast<Symbol>(builder_.node(item.node).op), false, parts[2], kNoNode, builder_.extent(item.second)};
  }
  if (target.symbol == Symbol::kIdentifier) {
    name = AtomOf(target.extent);
  } else if (target.symbol == Symbol::kListSplatPattern || target.symbol == Symbol::kDictionarySplatPattern) {
    const bool list = target.symbol == Symbol::kListSplatPattern;
    own = list ? ParameterKind::kVarArgs : ParameterKind::kKeywords;
    const std::string_view text = builder_.text(target.extent);
    const size_t begin = text.find_first_not_of("* \t\f\\\n");
    if (begin != std::string_view::npos) name = builder_.Intern(text.substr(begin));
    if (list) kind = ParameterKind::kKeywordOnly;
  } else {
    pattern = Expression(target);
    NotePython2(target.extent.begin, "invalid syntax");
  }
  if (own == ParameterKind::kKeywordOnly || annotation != kNoNode) NotePython3();
  return builder_.Add(NodeKind::kParameter, item.extent, {annotation, default_value, pattern},
                      static_cast<uint8_t>(own), name);
}

// A parameter with an annotation, a default or both. Whether it is keyword-only is known to the list only, so that this
// holds what was found in a node (annotation, default, pattern; op: the target's symbol) until then; `second` is a node
// at the target's place.
Item Lowering::DefaultParameter(const Frame& frame, Items items) {
  if (items.empty()) return {Symbol::kOtherRule, false, Hole(frame.extent), kNoNode, frame.extent};
  const Item& target = items.front();
  const Item* type = Find(items, Symbol::kType);
  const bool has_default = Find(items, Symbol::kEqualToken) != nullptr && !IsToken(items.back().symbol);
  const NodeId default_value = has_default ? Expression(items.back()) : kNoNode;
  const NodeId node = builder_.Add(NodeKind::kParameter, frame.extent,
                                   {type != nullptr ? type->node : kNoNode, default_value, target.node},
                                   static_cast<uint8_t>(target.symbol));
  return {Symbol::kDefaultParameter, false, node, Hole(target.extent), frame.extent};
}

}  // namespace tfscope
