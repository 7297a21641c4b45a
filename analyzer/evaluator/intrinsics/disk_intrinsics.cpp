// `_tfscope`: the disk as it is. What a program would have changed on it, library/_tfscope_files.py keeps.
#include <algorithm>
#include <array>
#include <filesystem>

#include "analyzer/evaluator/intrinsics/intrinsics.h"
#include "analyzer/evaluator/program.h"
#include "analyzer/source/data_files.h"
#include "analyzer/source/decoding.h"

namespace tfscope {
namespace {

/// A path that is known for certain.
std::optional<std::string_view> KnownPath(Value value) {
  Value plain = Machine::Unwrap(value);
  if (const Bytes* bytes = As<Bytes>(plain)) return bytes->data;
  const Str* text = As<Str>(plain);
  if (text == nullptr || text->symbolic) return std::nullopt;
  return text->text;
}

DataFiles FilesOf(Machine& machine) { return {machine.program().sources().disk(), machine.program().search_path()}; }

/// Names are bytes on the disk; ones that are no UTF-8 are no texts.
bool IsText(std::string_view name) {
  return std::ranges::none_of(name, [](char c) { return (c & 0x80) != 0; }) ||
         FindInvalidUtf8(name) == std::string::npos;
}

Result Kind(Machine& machine, NativeArguments arguments) {
  std::optional<std::string_view> path = KnownPath(arguments[0]);
  if (!path) return Value::None();
  static constexpr std::array<std::string_view, 4> kNames = {"absent", "file", "folder", "other"};
  bool reads = machine.options().reads_disk;
  FileKind kind = reads ? FilesOf(machine).KindOf(*path) : FileKind::kAbsent;
  return machine.heap().Text(kNames[static_cast<size_t>(kind)]);
}

Result IsLink(Machine& machine, NativeArguments arguments) {
  std::optional<std::string_view> path = KnownPath(arguments[0]);
  return Value::Bool(path && machine.options().reads_disk && FilesOf(machine).IsLink(*path));
}

Result Size(Machine& machine, NativeArguments arguments) {
  std::optional<std::string_view> path = KnownPath(arguments[0]);
  std::optional<uint64_t> size;
  if (path && machine.options().reads_disk) size = FilesOf(machine).SizeOf(*path);
  return size ? Value::Int(static_cast<int64_t>(*size)) : machine.Fresh(TypeHint::kInt);
}

Result Read(Machine& machine, NativeArguments arguments) {
  std::optional<std::string_view> path = KnownPath(arguments[0]);
  std::optional<std::string> bytes;
  if (path && machine.options().reads_disk) bytes = FilesOf(machine).Read(*path);
  if (!bytes || !machine.Charge(bytes->size() / 8)) return Value::None();
  return Value::Of(machine.heap().NewBytes(*bytes));
}

Result List(Machine& machine, NativeArguments arguments) {
  std::optional<std::string_view> path = KnownPath(arguments[0]);
  std::optional<std::vector<std::string>> names;
  if (path && machine.options().reads_disk) names = FilesOf(machine).List(*path);
  if (!names || !machine.Charge(names->size())) return Value::None();
  std::vector<Value> items;
  for (const std::string& name : *names) {
    if (IsText(name)) items.push_back(machine.heap().Text(name));
  }
  return machine.heap().NewList(std::move(items));
}

/// The folders in which imports are looked up, as sys.path has them at first.
Result SearchPath(Machine& machine, NativeArguments) {
  std::vector<Value> folders;
  for (const std::filesystem::path& folder : machine.program().search_path()) {
    if (IsText(folder.native())) folders.push_back(machine.heap().Text(folder.native()));
  }
  return machine.heap().NewList(std::move(folders));
}

Result ExploresPaths(Machine& machine, NativeArguments) { return Value::Bool(machine.options().mode == Mode::kCheck); }

Result WorkingFolder(Machine& machine, NativeArguments) {
  std::error_code error;
  std::string folder = std::filesystem::current_path(error).generic_string();
  if (error || !machine.options().reads_disk) return machine.Fresh(TypeHint::kStr);
  return machine.heap().Text(folder);
}

constexpr uint32_t kAnything = kTakesUnknown | kTakesSymbolicText;

constexpr std::array kDiskSpecs = {
    // "absent", "file", "folder" or "other"; None if the path is not known.
    NativeSpec{"disk_kind", "path", Kind, kAnything | kTellsOfRoot},
    NativeSpec{"disk_is_link", "path", IsLink, kAnything | kTellsOfRoot, TypeHint::kBool},
    NativeSpec{"disk_size", "path", Size, kAnything | kTellsOfRoot, TypeHint::kInt},
    // The bytes of a file, the sorted names in a folder; None where they are not known.
    NativeSpec{"disk_read", "path", Read, kAnything | kTellsOfRoot},
    NativeSpec{"disk_list", "path", List, kAnything | kTellsOfRoot},
    NativeSpec{"search_path", "", SearchPath, kAnything | kTellsOfRoot},
    // Whether all that the program may do is asked for, and not what it does here.
    NativeSpec{"explores_paths", "", ExploresPaths, kAnything | kTellsOfRoot},
    NativeSpec{"working_folder", "", WorkingFolder, kAnything | kTellsOfRoot, TypeHint::kStr},
};

}  // namespace

void InstallDiskIntrinsics(Machine& machine, Module* module) { machine.Define(module, kDiskSpecs); }

}  // namespace tfscope
