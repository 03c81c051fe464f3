#include "koyomi-document-private.h"

#include "koyomi-day.h"
#include "koyomi-history.h"

#include <math.h>
#include <string.h>

static void
clear_cell (gpointer data)
{
  KoyomiDocumentCell *cell = data;

  g_free (cell->text);
}

static void
free_row (gpointer data)
{
  KoyomiDocumentRow *row = data;

  g_free (row->key);
  g_array_unref (row->cells);
  g_free (row);
}

static void
free_chart (gpointer data)
{
  KoyomiDocumentChart *chart = data;

  g_free (chart->title);
  g_array_unref (chart->series);
  g_free (chart);
}

static void
clear_figure (gpointer data)
{
  KoyomiDocumentFigure *figure = data;

  g_clear_object (&figure->figure);
  g_clear_pointer (&figure->radar, koyomi_radar_free);
}

static void
free_table (gpointer data)
{
  KoyomiDocumentTable *table = data;

  g_ptr_array_unref (table->charts);
  g_array_unref (table->figures);
  g_free (table->title);
  g_free (table->note);
  g_free (table->text);
  g_free (table->empty);
  g_array_unref (table->columns);
  g_ptr_array_unref (table->rows);
  g_free (table);
}

/* @day: in the fiscal year whose name stands on the report */
KoyomiDocument *
_koyomi_document_new (KoyomiSession   *session,
                      guint32          day,
                      KoyomiLanguage   language,
                      GError         **error)
{
  g_autoptr(KoyomiDocument) self = g_new0 (KoyomiDocument, 1);

  self->session = session;
  self->language = language;
  self->mark = g_strdup ("");
  self->number = g_strdup ("");
  self->remarks = g_ptr_array_new_with_free_func (g_free);
  self->sheets = g_ptr_array_new_with_free_func (g_free);
  self->tables = g_ptr_array_new_with_free_func (free_table);
  if ((self->head = koyomi_session_get_head (session, error)) == NULL ||
      (self->facts = koyomi_session_load_calendar (session, koyomi_session_get_fiscal_year (session, day), language, FALSE,
                                                   error)) == NULL)
    return NULL;

  return g_steal_pointer (&self);
}

void
_koyomi_document_free (KoyomiDocument *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->head, koyomi_entry_free);
  g_clear_object (&self->facts);
  g_free (self->title);
  g_free (self->subject);
  g_free (self->period);
  g_free (self->mark);
  g_free (self->number);
  g_clear_pointer (&self->remarks, g_ptr_array_unref);
  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  g_clear_pointer (&self->tables, g_ptr_array_unref);
  g_free (self);
}

/* Returns: of which moment of the plan it is */
char *
_koyomi_document_dup_stamp (const KoyomiDocument *self)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, self->head->seq);

  /* Translators: the moment that a report shows, the number of the last entry of the change log, the beginning of its hash */
  return g_strdup_printf (koyomi_tr (self->language, N_("Plan as of %s   Change log No. %s (%.12s)")), self->facts->as_of, number,
                          self->facts->journal_head);
}

void
_koyomi_document_add_sheet (KoyomiDocument *self,
                            const char     *title)
{
  g_ptr_array_add (self->sheets, g_strdup (title));
}

/* On the sheet that was added last. */
KoyomiDocumentTable *
_koyomi_document_add_table (KoyomiDocument *self,
                            const char     *title)
{
  KoyomiDocumentTable *table = g_new0 (KoyomiDocumentTable, 1);

  table->title = g_strdup (title);
  table->columns = g_array_new (FALSE, TRUE, sizeof (KoyomiDocumentColumn));
  table->rows = g_ptr_array_new_with_free_func (free_row);
  table->charts = g_ptr_array_new_with_free_func (free_chart);
  table->figures = g_array_new (FALSE, FALSE, sizeof (KoyomiDocumentFigure));
  g_array_set_clear_func (table->figures, clear_figure);
  table->n_across = 1;
  table->sheet = self->sheets->len - 1;
  g_ptr_array_add (self->tables, table);

  return table;
}

/* Paragraphs under a heading, on the sheet that was added last. */
KoyomiDocumentTable *
_koyomi_document_add_text_section (KoyomiDocument *self,
                                   const char     *title,
                                   const char     *text)
{
  KoyomiDocumentTable *section = _koyomi_document_add_table (self, title);

  section->text = g_strdup (text);

  return section;
}

/* @label: (nullable): NULL in a table without headings */
void
_koyomi_document_add_column (KoyomiDocumentTable *table,
                             const char          *label,
                             guint                width)
{
  KoyomiDocumentColumn column = { label, width };

  g_array_append_val (table->columns, column);
}

/* @columns: their labels are English */
void
_koyomi_document_add_columns (KoyomiDocument             *self,
                              KoyomiDocumentTable        *table,
                              const KoyomiDocumentColumn *columns,
                              guint                       n_columns)
{
  for (guint i = 0; i < n_columns; i++)
    _koyomi_document_add_column (table, koyomi_tr (self->language, columns[i].label), columns[i].width);
}

/* Of the sheet that was added last: tables that have nothing to tell stand in the workbook alone. */
void
_koyomi_document_hide_empty (KoyomiDocument *self)
{
  for (guint i = 0; i < self->tables->len; i++)
    {
      KoyomiDocumentTable *table = g_ptr_array_index (self->tables, i);

      table->is_book_only |= table->sheet == self->sheets->len - 1 && table->columns->len > 0 && table->rows->len == 0;
    }
}

gboolean
_koyomi_document_has_heads (const KoyomiDocumentTable *table)
{
  return table->columns->len > 0 && g_array_index (table->columns, KoyomiDocumentColumn, 0).label != NULL;
}

static KoyomiDocumentRow *
create_row (const char *key)
{
  KoyomiDocumentRow *row = g_new0 (KoyomiDocumentRow, 1);

  row->key = g_strdup (key);
  row->cells = g_array_new (FALSE, TRUE, sizeof (KoyomiDocumentCell));
  g_array_set_clear_func (row->cells, clear_cell);

  return row;
}

/* @name and @id make the key by which it is found in another report. */
KoyomiDocumentRow *
_koyomi_document_add_row (KoyomiDocumentTable *table,
                          const char          *name,
                          gint64               id)
{
  g_autofree char *key = g_strdup_printf ("%s/%" G_GINT64_FORMAT, name, id);
  KoyomiDocumentRow *row = create_row (key);

  g_ptr_array_add (table->rows, row);

  return row;
}

static void
take_cell (KoyomiDocumentRow      *row,
           KoyomiDocumentCellKind  kind,
           char                   *text,
           double                  value)
{
  KoyomiDocumentCell cell = { .kind = kind, .text = text, .value = value };

  g_array_append_val (row->cells, cell);
}

void
_koyomi_document_add_label (KoyomiDocumentRow *row,
                            const char        *text)
{
  take_cell (row, KOYOMI_DOCUMENT_CELL_LABEL, g_strdup (text), NAN);
}

void
_koyomi_document_add_text (KoyomiDocumentRow *row,
                           const char        *text)
{
  take_cell (row, KOYOMI_DOCUMENT_CELL_TEXT, g_strdup (text != NULL ? text : ""), NAN);
}

/* @text: (transfer full) */
void
_koyomi_document_take_text (KoyomiDocumentRow *row,
                            char              *text)
{
  take_cell (row, KOYOMI_DOCUMENT_CELL_TEXT, text, NAN);
}

void
_koyomi_document_add_time (KoyomiDocumentRow *row,
                           gint64             time)
{
  take_cell (row, KOYOMI_DOCUMENT_CELL_TIME, koyomi_time_format_local (time), time != 0 ? (double) time : (double) NAN);
}

void
_koyomi_document_add_day (KoyomiDocumentRow *row,
                          guint32            day)
{
  take_cell (row, KOYOMI_DOCUMENT_CELL_DAY, day != KOYOMI_DAY_NONE ? koyomi_day_format (day) : g_strdup (""),
             day != KOYOMI_DAY_NONE ? (double) day : (double) NAN);
}

/* With two decimals at most. @number: NAN leaves the cell empty */
void
_koyomi_document_add_number (KoyomiDocumentRow *row,
                             double             number)
{
  double rounded = round (number * 100) / 100;

  take_cell (row, KOYOMI_DOCUMENT_CELL_NUMBER, isfinite (rounded) ? g_strdup_printf ("%g", rounded) : g_strdup (""), rounded);
}

void
_koyomi_document_add_difference (KoyomiDocumentRow *row,
                                 int                difference)
{
  take_cell (row, KOYOMI_DOCUMENT_CELL_DIFFERENCE, difference == 0 ? g_strdup ("±0") : g_strdup_printf ("%+d", difference), difference);
}

/* @value: NAN where there is none; @text: (transfer full): as people read it, with its unit */
void
_koyomi_document_take_value (KoyomiDocumentRow *row,
                             double             value,
                             guint              decimals,
                             char              *text)
{
  take_cell (row, KOYOMI_DOCUMENT_CELL_VALUE, text, value);
  g_array_index (row->cells, KoyomiDocumentCell, row->cells->len - 1).decimals = decimals;
}

/* @text: (transfer full): it stands behind the glyph of the status */
void
_koyomi_document_take_status (KoyomiDocumentRow  *row,
                              KoyomiMetricStatus  status,
                              char               *text)
{
  KoyomiDocumentCell *cell;

  take_cell (row, KOYOMI_DOCUMENT_CELL_TEXT, g_strjoin (" ", koyomi_metric_status_get_glyph (status), text, NULL), NAN);
  cell = &g_array_index (row->cells, KoyomiDocumentCell, row->cells->len - 1);
  cell->has_status = TRUE;
  cell->status = status;
  g_free (text);
}

/* Returns: with the sign of its mark, because a colour alone is not seen by all */
char *
_koyomi_document_cell_dup_text (const KoyomiDocumentCell *cell)
{
  static const char * const signs[] = {
    [KOYOMI_DOCUMENT_SAME] = "",
    [KOYOMI_DOCUMENT_NEW] = "＋ ",
    [KOYOMI_DOCUMENT_CHANGED] = "△ ",
    [KOYOMI_DOCUMENT_REMOVED] = "－ ",
  };

  return g_strconcat (cell->has_sign ? signs[cell->mark] : "", cell->text, NULL);
}

/* The cell that was added last. */
void
_koyomi_document_mark (KoyomiDocumentRow  *row,
                       KoyomiDocumentMark  mark)
{
  KoyomiDocumentCell *cell = &g_array_index (row->cells, KoyomiDocumentCell, row->cells->len - 1);

  cell->mark = mark;
  cell->has_sign = mark != KOYOMI_DOCUMENT_SAME;
}

static KoyomiDocumentRow *
find_row (const KoyomiDocumentTable *table,
          const char                *key)
{
  for (guint i = 0; table != NULL && i < table->rows->len; i++)
    {
      KoyomiDocumentRow *row = g_ptr_array_index (table->rows, i);

      if (strcmp (row->key, key) == 0)
        return row;
    }

  return NULL;
}

static const KoyomiDocumentTable *
find_table (const KoyomiDocument      *self,
            const KoyomiDocumentTable *like)
{
  for (guint i = 0; i < self->tables->len; i++)
    {
      const KoyomiDocumentTable *table = g_ptr_array_index (self->tables, i);

      if (table->sheet == like->sheet && strcmp (table->title, like->title) == 0)
        return table;
    }

  return NULL;
}

/* A row that is new or gone: the first cell that says something has the sign. */
static void
mark_row (KoyomiDocumentRow  *row,
          KoyomiDocumentMark  mark)
{
  gboolean has_sign = FALSE;

  for (guint i = 0; i < row->cells->len; i++)
    {
      KoyomiDocumentCell *cell = &g_array_index (row->cells, KoyomiDocumentCell, i);

      if (cell->kind == KOYOMI_DOCUMENT_CELL_LABEL)
        continue;

      cell->mark = mark;
      cell->has_sign = !has_sign && *cell->text != '\0';
      has_sign |= cell->has_sign;
    }
}

static void
compare_row (KoyomiDocumentRow       *row,
             const KoyomiDocumentRow *before)
{
  for (guint i = 0; i < row->cells->len; i++)
    {
      KoyomiDocumentCell *cell = &g_array_index (row->cells, KoyomiDocumentCell, i);

      if (cell->kind == KOYOMI_DOCUMENT_CELL_LABEL ||
          (i < before->cells->len && strcmp (cell->text, g_array_index (before->cells, KoyomiDocumentCell, i).text) == 0))
        continue;

      cell->mark = KOYOMI_DOCUMENT_CHANGED;
      cell->has_sign = TRUE;
    }
}

static KoyomiDocumentRow *
copy_removed (const KoyomiDocumentRow *before)
{
  KoyomiDocumentRow *row = create_row (before->key);

  for (guint i = 0; i < before->cells->len; i++)
    {
      KoyomiDocumentCell cell = g_array_index (before->cells, KoyomiDocumentCell, i);

      cell.text = g_strdup (cell.text);
      g_array_append_val (row->cells, cell);
    }
  mark_row (row, KOYOMI_DOCUMENT_REMOVED);

  return row;
}

/* What is no longer there stands at the end. */
static void
compare_table (KoyomiDocumentTable       *table,
               const KoyomiDocumentTable *before)
{
  guint n = table->rows->len;

  for (guint i = 0; i < n; i++)
    {
      KoyomiDocumentRow *row = g_ptr_array_index (table->rows, i);
      const KoyomiDocumentRow *old = find_row (before, row->key);

      if (old != NULL)
        compare_row (row, old);
      else
        mark_row (row, KOYOMI_DOCUMENT_NEW);
    }

  for (guint i = 0; before != NULL && i < before->rows->len; i++)
    {
      const KoyomiDocumentRow *row = g_ptr_array_index (before->rows, i);

      if (find_row (table, row->key) == NULL)
        g_ptr_array_add (table->rows, copy_removed (row));
    }
}

/* Marks what differs from the report before. Lists have no marks: they are there to reckon with. */
void
_koyomi_document_compare (KoyomiDocument       *self,
                          const KoyomiDocument *before)
{
  self->is_compared = TRUE;
  for (guint i = 0; i < self->tables->len; i++)
    {
      KoyomiDocumentTable *table = g_ptr_array_index (self->tables, i);

      if (!table->is_list)
        compare_table (table, find_table (before, table));
    }
}
