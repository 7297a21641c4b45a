// The inventory of one program: what its run creates, made from its event log, and the formats of `tfscope inventory`.
#pragma once

#include <cstdint>
#include <optional>
#include <regex>
#include <string>
#include <vector>

#include "analyzer/events/events.h"
#include "analyzer/reporters/style.h"
#include "analyzer/source/source_manager.h"

namespace tfscope {

struct InventoryPlace {
  std::string file;
  uint32_t line = 0;
  uint32_t column = 0;
  uint32_t cell = 0;  ///< of a notebook, in which `line` counts; 0 elsewhere
};

struct InventoryCall {
  InventoryPlace place;
  std::string function;  ///< that contains the call
};

struct InventoryVariable {
  std::string name;
  Shape shape;
  std::string dtype;
  bool trainable = false;
  std::vector<std::string> collections;  ///< names of `tf.GraphKeys`, sorted, each once
  std::string api;
  InventoryPlace place;
  std::vector<InventoryCall> stack;  ///< outermost call first
  std::vector<InventoryPlace> shared_at;
};

struct InventoryError {
  std::string type;
  std::string message;
  InventoryPlace place;
};

struct InventoryAssumption {
  std::string condition;
  bool taken = false;
  InventoryPlace place;
};

struct InventoryLimit {
  std::string what;
  InventoryPlace place;
};

struct Inventory {
  std::string file;
  std::vector<std::vector<InventoryVariable>> graphs;
  std::optional<InventoryError> error;
  bool complete = true;
  std::vector<InventoryLimit> limits;
  std::vector<InventoryAssumption> assumptions;
};

/// The attribute of `tf.GraphKeys` for a collection's key; a user's own key is unchanged.
std::string CollectionName(const std::string& key);

/// Bytes of one element; 0 where that is not fixed (strings, resources).
uint64_t DtypeSize(std::string_view dtype);

Inventory MakeInventory(std::string file, const EventLog& log, const CallStacks& stacks, const SourceManager& sources);

/// Keeps the variables whose names contain a match.
void FilterInventory(Inventory& inventory, const std::regex& pattern);

std::string RenderInventoryTable(const Inventory& inventory, const Style& style);
std::string RenderInventoryTree(const Inventory& inventory, const Style& style);
std::string RenderInventoryJson(const Inventory& inventory);

/// What stands under table and tree: totals of one graph.
std::string InventoryTotals(const std::vector<InventoryVariable>& variables);
/// The error, limits and assumptions, a line each; empty if there are none.
std::string InventoryRemarks(const Inventory& inventory, const Style& style);

}  // namespace tfscope
