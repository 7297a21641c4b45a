// `inventory` as an aligned table, and as a tree of scopes.
#include <array>
#include <map>
#include <memory>

#include <fmt/format.h>

#include "analyzer/diagnostics/places.h"
#include "analyzer/reporters/inventory.h"
#include "analyzer/source/notebook.h"

namespace tfscope {
namespace {

constexpr size_t kColumns = 6;
using Row = std::array<std::string, kColumns>;

std::string CollectionsText(const InventoryVariable& variable) {
  std::string text;
  for (const std::string& name : variable.collections) text += (text.empty() ? "" : " ") + Printable(name);
  return text.empty() ? "-" : text;
}

std::string WhereText(const InventoryVariable& variable) {
  if (variable.place.line == 0) return "-";
  return fmt::format("{}:{}", Printable(variable.place.file), LineText({variable.place.cell, variable.place.line}));
}

std::string Align(const Row& row, const std::array<size_t, kColumns>& widths) {
  std::string line;
  for (size_t column = 0; column < kColumns; ++column) {
    const bool last = column + 1 == kColumns;
    line += last ? row[column] : PadRight(row[column], widths[column]) + "  ";
  }
  return line;
}

std::string RenderTable(const std::vector<InventoryVariable>& variables, const Style& style) {
  std::vector<Row> rows = {{"name", "shape", "dtype", "trainable", "collections", "where"}};
  for (const InventoryVariable& variable : variables) {
    rows.push_back({Printable(variable.name), variable.shape.ToString(), variable.dtype,
                    variable.trainable ? "yes" : "no", CollectionsText(variable), WhereText(variable)});
  }
  std::array<size_t, kColumns> widths{};
  for (const Row& row : rows) {
    for (size_t column = 0; column < kColumns; ++column)
      widths[column] = std::max(widths[column], DisplayWidth(row[column]));
  }
  std::string text;
  for (size_t index = 0; index < rows.size(); ++index) {
    text += style(index == 0 ? Paint::kBold : Paint::kPlain, Align(rows[index], widths)) + "\n";
  }
  return text;
}

/// A component of variable names: a scope, a variable, or both at once.
struct Branch {
  std::string name;
  const InventoryVariable* variable = nullptr;
  uint64_t parameters = 0;
  size_t variables = 0;
  std::vector<std::unique_ptr<Branch>> children;  ///< in order of creation
  std::map<std::string, Branch*, std::less<>> by_name;

  Branch& Child(std::string_view component) {
    const auto found = by_name.find(component);
    if (found != by_name.end()) return *found->second;
    Branch& child = *children.emplace_back(std::make_unique<Branch>());
    child.name = component;
    by_name.emplace(component, &child);
    return child;
  }
};

/// Names deeper than this end in one component with the slashes left in, so that the walk may recurse.
constexpr size_t kMaxDepth = 64;

void Insert(Branch& root, const InventoryVariable& variable) {
  const auto count = static_cast<uint64_t>(std::max<int64_t>(0, variable.shape.ElementCount()));
  std::string_view rest = variable.name;
  Branch* branch = &root;
  for (size_t depth = 0;; ++depth) {
    branch->parameters += count;
    ++branch->variables;
    const size_t slash = depth < kMaxDepth ? rest.find('/') : std::string_view::npos;
    branch = &branch->Child(rest.substr(0, slash));
    if (slash == std::string_view::npos) break;
    rest.remove_prefix(slash + 1);
  }
  branch->variable = &variable;
}

void RenderBranch(const Branch& branch, const std::string& indent, const Style& style, std::string& text) {
  for (size_t index = 0; index < branch.children.size(); ++index) {
    const Branch& child = *branch.children[index];
    const bool last = index + 1 == branch.children.size();
    text += style(Paint::kFrame, indent + (last ? "└── " : "├── "));
    text += style(Paint::kBold, Printable(child.name));
    if (child.variable != nullptr) {
      text += fmt::format("  {} {}{}  {}", child.variable->shape.ToString(), child.variable->dtype,
                          child.variable->trainable ? "" : " not trainable", WhereText(*child.variable));
    }
    if (!child.children.empty()) {
      text += style(Paint::kDim, fmt::format("  {}, {}", Counted(child.variables, "variable"),
                                             Counted(child.parameters, "parameter")));
    }
    text += "\n";
    RenderBranch(child, indent + (last ? "    " : "│   "), style, text);
  }
}

std::string RenderTree(const std::vector<InventoryVariable>& variables, const Style& style) {
  Branch root;
  for (const InventoryVariable& variable : variables) Insert(root, variable);
  std::string text;
  RenderBranch(root, "", style, text);
  return text;
}

template <typename Render>
std::string RenderGraphs(const Inventory& inventory, const Style& style, Render render) {
  std::string text;
  size_t shown = 0;
  for (size_t index = 0; index < inventory.graphs.size(); ++index) {
    const std::vector<InventoryVariable>& variables = inventory.graphs[index];
    if (variables.empty()) continue;  // a script's own graph leaves the default one empty, and the other way round
    if (shown++ > 0) text += "\n";
    if (inventory.graphs.size() > 1) {
      text += style(Paint::kDim, index == 0 ? "default graph" : fmt::format("graph {}", index + 1)) + "\n";
    }
    text += render(variables, style) + InventoryTotals(variables);
  }
  if (shown == 0) text += "no variables\n";
  const std::string remarks = InventoryRemarks(inventory, style);
  return remarks.empty() ? text : text + "\n" + remarks;
}

}  // namespace

std::string RenderInventoryTable(const Inventory& inventory, const Style& style) {
  return RenderGraphs(inventory, style, RenderTable);
}

std::string RenderInventoryTree(const Inventory& inventory, const Style& style) {
  return RenderGraphs(inventory, style, RenderTree);
}

}  // namespace tfscope
