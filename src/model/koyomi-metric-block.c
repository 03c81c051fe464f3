#include "koyomi-metric-block.h"

#include "koyomi-number-input.h"

#include <math.h>
#include <string.h>

/* Reads what is typed or pasted into a cell: 95.2 and 95.2 % are the same.
 * @value: (out): NAN for an empty one
 * Returns: FALSE when that is no number */
gboolean
koyomi_metric_block_read_cell (const char *text,
                               double     *value)
{
  g_autofree char *narrow = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *plain = g_strstrip (g_strdup (narrow != NULL ? narrow : text));

  if (g_str_has_suffix (plain, "%"))
    plain[strlen (plain) - 1] = '\0';

  return koyomi_number_read_typed (plain, value, NULL);
}

static void
clear_fault (gpointer data)
{
  g_free (((KoyomiMetricFault *) data)->text);
}

void
koyomi_metric_block_free (KoyomiMetricBlock *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->entries);
  g_array_unref (self->faults);
  g_free (self);
}

static void
add_fault (KoyomiMetricBlock     *self,
           KoyomiMetricFaultKind  kind,
           guint                  row,
           guint                  column,
           const char            *text)
{
  KoyomiMetricFault fault = { kind, row, column, g_strdup (text) };

  g_array_append_val (self->faults, fault);
}

static void
take_cell (KoyomiMetricBlock *self,
           const char        *text,
           guint              row,
           guint              column,
           const GArray      *metrics,
           const GArray      *months,
           guint32            today)
{
  KoyomiMetricEntry entry;

  if (!koyomi_metric_block_read_cell (text, &entry.value))
    {
      add_fault (self, KOYOMI_METRIC_FAULT_NO_NUMBER, row, column, text);
      return;
    }

  if (isnan (entry.value))
    return;

  if (row >= metrics->len || column >= months->len)
    {
      add_fault (self, row >= metrics->len ? KOYOMI_METRIC_FAULT_NO_METRIC : KOYOMI_METRIC_FAULT_NO_MONTH, row, column, text);
      return;
    }

  entry.metric = g_array_index (metrics, gint64, row);
  entry.month = g_array_index (months, guint32, column);
  if (entry.month > today)
    add_fault (self, KOYOMI_METRIC_FAULT_COMING, row, column, text);
  else
    g_array_append_val (self->entries, entry);
}

/* Returns: (transfer full): without the empty line that a spreadsheet ends with */
static GStrv
split_lines (const char *text)
{
  g_auto(GStrv) returned = g_strsplit (text, "\r\n", -1);
  g_autofree char *unix_text = g_strjoinv ("\n", returned);

  if (g_str_has_suffix (unix_text, "\n"))
    unix_text[strlen (unix_text) - 1] = '\0';

  return g_strsplit (unix_text, "\n", -1);
}

/**
 * koyomi_metric_block_parse:
 * @text: cells as a spreadsheet copies them, a line a metric
 * @metrics: (element-type gint64): those of the lines, from the first that is pasted into
 * @months: (element-type guint32): those of the columns, likewise
 */
KoyomiMetricBlock *
koyomi_metric_block_parse (const char   *text,
                           const GArray *metrics,
                           const GArray *months,
                           guint32       today)
{
  KoyomiMetricBlock *self = g_new0 (KoyomiMetricBlock, 1);
  g_auto(GStrv) lines = split_lines (text);

  self->entries = g_array_new (FALSE, FALSE, sizeof (KoyomiMetricEntry));
  self->faults = g_array_new (FALSE, FALSE, sizeof (KoyomiMetricFault));
  g_array_set_clear_func (self->faults, clear_fault);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto(GStrv) cells = g_strsplit (lines[i], "\t", -1);

      for (guint j = 0; cells[j] != NULL; j++)
        take_cell (self, cells[j], i, j, metrics, months, today);
    }

  return self;
}
