using AccessiblePdf.Model;

namespace AccessiblePdf.Layout;

/// <summary>A cell and its position in the grid of columns and rows.</summary>
sealed record GridCell(TableCell Cell, int Row, int Column, bool IsHeader);
