// `inventory --output-format json`; its fields are a contract, to which fields are only ever added.
#include <nlohmann/json.hpp>

#include "analyzer/reporters/inventory.h"

namespace tfscope {
namespace {

using Json = nlohmann::ordered_json;

Json LineOrNull(const InventoryPlace& place) { return place.line == 0 ? Json(nullptr) : Json(place.line); }
Json FileOrNull(const InventoryPlace& place) { return place.line == 0 ? Json(nullptr) : Json(place.file); }

/// `json` with the cell of a notebook in which its line counts.
Json WithCell(Json json, const InventoryPlace& place) {
  if (place.cell != 0) json["cell"] = place.cell;
  return json;
}

Json ShapeJson(const Shape& shape) {
  if (!shape.rank_known()) return nullptr;
  Json dimensions = Json::array();
  for (const int64_t dimension : *shape.dimensions) {
    dimensions.push_back(dimension == kUnknownDimension ? Json(nullptr) : Json(dimension));
  }
  return dimensions;
}

Json VariableJson(const InventoryVariable& variable) {
  Json stack = Json::array();
  for (const InventoryCall& call : variable.stack) {
    Json json = {{"file", FileOrNull(call.place)}, {"line", LineOrNull(call.place)}, {"function", call.function}};
    stack.push_back(WithCell(std::move(json), call.place));
  }
  Json shared_at = Json::array();
  for (const InventoryPlace& place : variable.shared_at) {
    shared_at.push_back(WithCell({{"file", FileOrNull(place)}, {"line", LineOrNull(place)}}, place));
  }
  Json json = {{"name", variable.name},
               {"shape", ShapeJson(variable.shape)},
               {"dtype", variable.dtype},
               {"trainable", variable.trainable},
               {"collections", variable.collections},
               {"api", variable.api},
               {"file", FileOrNull(variable.place)},
               {"line", LineOrNull(variable.place)},
               {"column", variable.place.line == 0 ? Json(nullptr) : Json(variable.place.column)},
               {"stack", std::move(stack)},
               {"shared_at", std::move(shared_at)}};
  return WithCell(std::move(json), variable.place);
}

Json ErrorJson(const std::optional<InventoryError>& error) {
  if (!error.has_value()) return nullptr;
  Json json = {{"type", error->type},
               {"message", error->message},
               {"file", FileOrNull(error->place)},
               {"line", LineOrNull(error->place)}};
  return WithCell(std::move(json), error->place);
}

}  // namespace

std::string RenderInventoryJson(const Inventory& inventory) {
  Json graphs = Json::array();
  for (const std::vector<InventoryVariable>& graph : inventory.graphs) {
    Json variables = Json::array();
    for (const InventoryVariable& variable : graph) variables.push_back(VariableJson(variable));
    Json entry = Json::object();
    entry["variables"] = std::move(variables);
    graphs.push_back(std::move(entry));
  }
  Json limits = Json::array();
  for (const InventoryLimit& limit : inventory.limits) {
    Json json = {{"limit", limit.what}, {"file", FileOrNull(limit.place)}, {"line", LineOrNull(limit.place)}};
    limits.push_back(WithCell(std::move(json), limit.place));
  }
  Json assumptions = Json::array();
  for (const InventoryAssumption& assumption : inventory.assumptions) {
    Json json = {{"condition", assumption.condition},
                 {"taken", assumption.taken},
                 {"file", FileOrNull(assumption.place)},
                 {"line", LineOrNull(assumption.place)}};
    assumptions.push_back(WithCell(std::move(json), assumption.place));
  }
  Json json = {{"version", 1}, {"file", inventory.file}};
  json["graphs"] = std::move(graphs);
  json["error"] = ErrorJson(inventory.error);
  json["complete"] = inventory.complete;
  json["limits"] = std::move(limits);
  json["assumptions"] = std::move(assumptions);
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace tfscope
