#include "analyzer/source/source_manager.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <system_error>

#include <fmt/format.h>

#include "analyzer/source/decoding.h"
#include "analyzer/source/document.h"
#include "analyzer/source/notebook.h"

namespace tfscope {
namespace {

// No program is this long; a device or a data file by a wrong name is not read to its end.
constexpr size_t kMaxFileSize = size_t{64} << 20;

std::vector<uint32_t> LineStarts(std::string_view text) {
  std::vector<uint32_t> starts{0};
  for (size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n', end + 1)) {
    starts.push_back(static_cast<uint32_t>(end + 1));
  }
  return starts;
}

std::string_view LineAt(std::string_view text, const std::vector<uint32_t>& starts, uint32_t line) {
  if (line == 0 || line > starts.size()) return {};
  const std::string_view rest = text.substr(starts[line - 1]);
  return rest.substr(0, rest.find('\n'));
}

ReadError ErrorOf(int error_number) {
  if (error_number == ENOENT || error_number == ENOTDIR) return {"no such file"};
  if (error_number == EACCES || error_number == EPERM) return {"permission denied"};
  if (error_number == EISDIR) return {"is a folder, not a file"};
  return {std::generic_category().message(error_number)};
}

tl::expected<std::string, ReadError> ReadBytes(const std::filesystem::path& path) {
  std::error_code status_error;
  if (std::filesystem::is_directory(path, status_error)) return tl::unexpected(ErrorOf(EISDIR));
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), &std::fclose);
  if (!file) return tl::unexpected(ErrorOf(errno));
  std::string bytes;
  char buffer[1 << 16];
  while (const size_t count = std::fread(buffer, 1, sizeof buffer, file.get())) {
    bytes.append(buffer, count);
    if (bytes.size() > kMaxFileSize) return tl::unexpected(ReadError{"the file is larger than 64 MiB"});
  }
  if (std::ferror(file.get()) != 0) return tl::unexpected(ErrorOf(errno));
  return bytes;
}

std::string AbsolutePath(const std::filesystem::path& path, const std::filesystem::path& folder) {
  return (folder / path).lexically_normal().string();
}

}  // namespace

SourceManager::SourceManager() {
  std::error_code error;
  working_folder_ = std::filesystem::current_path(error);
  files_.emplace_back();  // kNoFile
}

FileId SourceManager::Store(SourceFile file) {
  file.id = static_cast<FileId>(files_.size());
  file.line_starts = LineStarts(file.text);
  file.ascii = std::none_of(file.text.begin(), file.text.end(), [](char c) { return (c & 0x80) != 0; });
  files_.push_back(std::move(file));
  return files_.back().id;
}

tl::expected<std::string, ReadError> SourceManager::Read(const std::string& path) {
  auto bytes = ReadBytes(path);
  disk_.NoteContent(path, bytes ? std::optional<std::string_view>(*bytes) : std::nullopt);
  return bytes;
}

tl::expected<FileId, ReadError> SourceManager::Load(const std::filesystem::path& path) {
  const std::string absolute = AbsolutePath(path, working_folder_);
  if (const auto known = by_path_.find(absolute); known != by_path_.end()) return known->second;
  const auto bytes = Read(absolute);
  if (!bytes) return tl::unexpected(bytes.error());
  auto text = DecodePython(*bytes);
  if (!text) return tl::unexpected(ReadError{text.error()});
  SourceFile file;
  file.path = absolute;
  file.display_path = DisplayPath(absolute);
  file.text = std::move(*text);
  const FileId id = Store(std::move(file));
  by_path_.emplace(absolute, id);
  return id;
}

tl::expected<std::vector<FileId>, ReadError> SourceManager::LoadDocument(const std::filesystem::path& path) {
  const std::string absolute = AbsolutePath(path, working_folder_);
  if (const auto known = programs_by_path_.find(absolute); known != programs_by_path_.end()) return known->second;
  const auto bytes = Read(absolute);
  if (!bytes) return tl::unexpected(bytes.error());
  if (FindInvalidUtf8(*bytes) != std::string::npos) return tl::unexpected(ReadError{"the document is not UTF-8"});
  if (IsNotebook(absolute)) {
    if (const auto notebook = ReadNotebook(*bytes); !notebook) return tl::unexpected(ReadError{notebook.error()});
  }
  std::vector<FileId> programs = StoreDocument(absolute, DisplayPath(absolute), DecodeLeniently(*bytes));
  programs_by_path_.emplace(absolute, programs);
  return programs;
}

FileId SourceManager::Add(std::string display_path, std::string_view bytes) {
  SourceFile file;
  file.path = display_path;
  file.display_path = std::move(display_path);
  auto text = DecodePython(bytes);
  file.text = text ? std::move(*text) : DecodeLeniently(bytes);
  return Store(std::move(file));
}

std::vector<FileId> SourceManager::AddDocument(std::string display_path, std::string_view bytes) {
  return StoreDocument(display_path, display_path, DecodeLeniently(bytes));
}

std::vector<FileId> SourceManager::StoreDocument(const std::string& path, const std::string& display_path,
                                                 std::string text) {
  if (IsNotebook(path)) {
    auto notebook = ReadNotebook(text);
    if (!notebook || notebook->text.empty()) return {};
    SourceFile file;
    file.path = path;
    file.display_path = display_path;
    file.text = std::move(notebook->text);
    file.cells = std::move(notebook->cells);
    return {Store(std::move(file))};
  }
  std::vector<DocumentProgram> programs = FindPrograms(text);
  if (programs.empty()) return {};
  Document& document = documents_.emplace_back();
  document.line_starts = LineStarts(text);
  document.text = std::move(text);
  std::vector<FileId> ids;
  for (DocumentProgram& program : programs) {
    SourceFile file;
    file.path = path;
    file.display_path = display_path;
    file.text = std::move(program.text);
    file.document = document.text;
    file.line_numbers = std::move(program.line_numbers);
    file.column_shifts = std::move(program.column_shifts);
    ids.push_back(Store(std::move(file)));
    document_of_[ids.back()] = &document;
  }
  return ids;
}

std::string_view SourceManager::Text(Span span) const {
  const std::string_view text = file(span.file).text;
  if (span.begin > text.size() || span.end < span.begin) return {};
  return text.substr(span.begin, span.end - span.begin);
}

LineColumn SourceManager::Locate(FileId id, uint32_t offset) const {
  const SourceFile& source = file(id);
  if (source.line_starts.empty()) return {};
  offset = std::min(offset, static_cast<uint32_t>(source.text.size()));
  const auto after = std::upper_bound(source.line_starts.begin(), source.line_starts.end(), offset);
  const size_t line = static_cast<size_t>(after - source.line_starts.begin()) - 1;
  const uint32_t start = source.line_starts[line];
  const std::string_view before = std::string_view(source.text).substr(start, offset - start);
  const size_t length = source.ascii ? before.size() : CountCodePoints(before);
  LineColumn place{static_cast<uint32_t>(line + 1), static_cast<uint32_t>(length + 1)};
  if (source.line_numbers.empty()) return place;
  // The end of a program lies past its last line.
  if (line < source.line_numbers.size()) return {source.line_numbers[line], place.column + source.column_shifts[line]};
  return {source.line_numbers.back() + 1, place.column};
}

std::string_view SourceManager::Line(FileId id, uint32_t line) const {
  if (const auto document = document_of_.find(id); document != document_of_.end()) {
    return LineAt(document->second->text, document->second->line_starts, line);
  }
  return LineAt(file(id).text, file(id).line_starts, line);
}

std::string SourceManager::DisplayPath(const std::filesystem::path& path) const {
  if (!path.is_absolute()) return path.generic_string();
  const std::filesystem::path relative = path.lexically_normal().lexically_relative(working_folder_);
  if (relative.empty() || *relative.begin() == "..") return path.generic_string();
  return relative.generic_string();
}

}  // namespace tfscope
