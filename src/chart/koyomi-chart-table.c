#include "koyomi-chart-table.h"

KoyomiChartTable *
koyomi_chart_table_new (const char *title)
{
  KoyomiChartTable *self = g_new0 (KoyomiChartTable, 1);

  self->title = g_strdup (title);
  self->headings = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  return self;
}

void
koyomi_chart_table_free (KoyomiChartTable *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->headings);
  g_ptr_array_unref (self->rows);
  g_free (self->title);
  g_free (self);
}

/* All headings come before the first row. */
void
koyomi_chart_table_add_heading (KoyomiChartTable *self,
                                const char       *heading)
{
  g_return_if_fail (self->rows->len == 0);

  g_ptr_array_add (self->headings, g_strdup (heading));
}

/* Adds a row of empty texts. Returns: its number */
guint
koyomi_chart_table_add_row (KoyomiChartTable *self)
{
  GPtrArray *row = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->headings->len; i++)
    g_ptr_array_add (row, g_strdup (""));
  g_ptr_array_add (self->rows, row);

  return self->rows->len - 1;
}

void
koyomi_chart_table_set (KoyomiChartTable *self,
                        guint             row,
                        guint             column,
                        const char       *text)
{
  GPtrArray *texts;

  g_return_if_fail (row < self->rows->len && column < self->headings->len);

  texts = g_ptr_array_index (self->rows, row);
  g_free (g_ptr_array_index (texts, column));
  g_ptr_array_index (texts, column) = g_strdup (text);
}

const char *
koyomi_chart_table_get (const KoyomiChartTable *self,
                        guint                   row,
                        guint                   column)
{
  g_return_val_if_fail (row < self->rows->len && column < self->headings->len, NULL);

  return g_ptr_array_index ((GPtrArray *) g_ptr_array_index (self->rows, row), column);
}

/* A text with tabs and line ends would fall apart in the program it is pasted into. */
static void
append_texts (GString         *string,
              const GPtrArray *texts)
{
  for (guint i = 0; i < texts->len; i++)
    {
      g_autofree char *text = g_strdup (g_ptr_array_index (texts, i));

      if (i > 0)
        g_string_append_c (string, '\t');
      g_string_append (string, g_strdelimit (text, "\t\r\n", ' '));
    }
  g_string_append_c (string, '\n');
}

/* As spreadsheets take it from the clipboard: the headings, then a line a row, with tabs between. */
char *
koyomi_chart_table_dup_text (const KoyomiChartTable *self)
{
  GString *string = g_string_new (NULL);

  append_texts (string, self->headings);
  for (guint i = 0; i < self->rows->len; i++)
    append_texts (string, g_ptr_array_index (self->rows, i));

  return g_string_free (string, FALSE);
}
