#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* As many rows and columns as a sheet of Excel has. */
#define KOYOMI_SHEET_MAX_ROWS    1048576u
#define KOYOMI_SHEET_MAX_COLUMNS 16384u

typedef enum
{
  KOYOMI_SHEET_CELL_EMPTY,
  KOYOMI_SHEET_CELL_TEXT,
  KOYOMI_SHEET_CELL_NUMBER,
  KOYOMI_SHEET_CELL_DAY,
  KOYOMI_SHEET_CELL_TIME,
  KOYOMI_SHEET_CELL_BOOL,
  KOYOMI_SHEET_CELL_ERROR,
} KoyomiSheetCellKind;

/**
 * KoyomiSheetCell:
 * @column: counted from 0
 * @text: what the cell says, clean as of koyomi_text_clean(), never NULL. Numbers are plain (1234.5), days are ISO
 *   (2026-11-22, with 09:30 behind it where the format shows a time), times are 09:30 or 09:30:15, durations may exceed
 *   a day. A formula that was never calculated is an error that says #FORMULA.
 * @number: of numbers, days and times as the workbook holds them (days, with the time of day as a fraction), 1 or 0 of
 *   a bool
 * @day: of %KOYOMI_SHEET_CELL_DAY, else %KOYOMI_DAY_NONE
 */
typedef struct
{
  guint                column;
  KoyomiSheetCellKind  kind;
  const char          *text;
  double               number;
  guint32              day;
} KoyomiSheetCell;

/* A row with at least one cell that is not empty. @row counts from 1, cells stand in the order of their columns. */
typedef struct
{
  const char            *sheet;
  guint                  row;
  const KoyomiSheetCell *cells;
  guint                  n_cells;
} KoyomiSheetRow;

/* Everything in @row lives until the call returns. Returning FALSE, with @error set, ends the reading. */
typedef gboolean (*KoyomiSheetRowFunc) (const KoyomiSheetRow  *row,
                                        gpointer               data,
                                        GError               **error);

/* Cells merged into one; only the first of them holds something. Rows count from 1, columns from 0, the last is within. */
typedef struct
{
  guint first_row;
  guint first_column;
  guint last_row;
  guint last_column;
} KoyomiSheetRange;

/* What a reader accepts from a file that somebody else may have made. */
typedef struct
{
  guint64 file_size;          /* bytes on disk */
  guint64 text_size;          /* bytes of a text table, which is read as a whole */
  guint64 part_size;          /* unpacked bytes of one part of a workbook */
  guint64 total_size;         /* unpacked bytes of all its parts together */
  guint   ratio;              /* unpacked to packed bytes of a part beyond 4 MiB */
  guint   n_parts;
  guint   n_sheets;
  guint   n_rows;             /* of a sheet, filled or not */
  guint64 n_cells;            /* of a sheet */
  guint   n_shared_strings;
  guint64 shared_size;        /* bytes of all shared strings together */
  guint   text_length;        /* characters of a cell */
  guint64 sheet_cells;        /* of a sheet collected into memory */
  guint64 sheet_size;         /* bytes of the texts of such a sheet */
} KoyomiTableLimits;

void koyomi_table_limits_init (KoyomiTableLimits *self);

/* A whole sheet in memory, for tables of a size that people type. */
typedef struct _KoyomiSheet KoyomiSheet;

KoyomiSheet           *koyomi_sheet_new            (const char               *name,
                                                    const KoyomiTableLimits  *limits) G_GNUC_WARN_UNUSED_RESULT;
void                   koyomi_sheet_free           (KoyomiSheet              *self);

gboolean               koyomi_sheet_add_row        (const KoyomiSheetRow     *row,
                                                    gpointer                  self,
                                                    GError                  **error);
void                   koyomi_sheet_set_merges     (KoyomiSheet              *self,
                                                    GArray                   *merges);

const char            *koyomi_sheet_get_name       (const KoyomiSheet        *self);
guint                  koyomi_sheet_get_n_rows     (const KoyomiSheet        *self);
guint                  koyomi_sheet_get_n_columns  (const KoyomiSheet        *self);
const KoyomiSheetCell *koyomi_sheet_get_cell       (const KoyomiSheet        *self,
                                                    guint                     row,
                                                    guint                     column);
const char            *koyomi_sheet_get_text       (const KoyomiSheet        *self,
                                                    guint                     row,
                                                    guint                     column);
GArray                *koyomi_sheet_get_merges     (const KoyomiSheet        *self);

char                  *koyomi_sheet_format_address (guint                     row,
                                                    guint                     column) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiSheet, koyomi_sheet_free)

G_END_DECLS
