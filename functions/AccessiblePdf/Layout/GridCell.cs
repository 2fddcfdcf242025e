using AccessiblePdf.Model;

namespace AccessiblePdf.Layout;

/// <summary>A cell and the place it has once merged cells are counted.</summary>
sealed record GridCell(TableCell Cell, int Row, int Column, bool IsHeader);
