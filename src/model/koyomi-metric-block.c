#include "koyomi-metric-block.h"

#include "koyomi-model-error.h"
#include "koyomi-number-input.h"

#include <math.h>
#include <string.h>

/* 95.2 and 95.2 % are the same. */
static gboolean
read_cell (const char  *text,
           double      *value,
           GError     **error)
{
  g_autofree char *narrow = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *plain = g_strstrip (g_strdup (narrow != NULL ? narrow : text));

  if (g_str_has_suffix (plain, "%"))
    plain[strlen (plain) - 1] = '\0';

  return koyomi_number_read_typed (plain, value, error);
}

static gboolean
read_line (const char         *line,
           gint64              metric,
           const GArray       *months,
           GArray             *entries,
           KoyomiMetricFault  *fault,
           GError            **error)
{
  g_auto(GStrv) cells = g_strsplit (line, "\t", -1);

  for (guint i = 0; cells[i] != NULL; i++)
    {
      KoyomiMetricEntry entry = { .metric = metric };

      fault->column = i + 1;
      if (i >= months->len)
        {
          g_set_error (error, KOYOMI_MODEL_ERROR, KOYOMI_MODEL_ERROR_RANGE, "there are %u months only", months->len);
          return FALSE;
        }

      if (!read_cell (cells[i], &entry.value, error))
        return FALSE;

      entry.month = g_array_index (months, guint32, i);
      if (!isnan (entry.value))
        g_array_append_val (entries, entry);
    }

  return TRUE;
}

/**
 * koyomi_metric_block_parse:
 * @text: cells as a spreadsheet copies them, a line a metric
 * @metrics: (element-type gint64): those of the lines, from the first that is pasted into
 * @months: (element-type guint32): those of the columns, likewise
 * @fault: (out): where the text is at fault, on error
 *
 * An empty cell leaves what is there: a gap is no value.
 *
 * Returns: (transfer full) (element-type KoyomiMetricEntry): %KOYOMI_MODEL_ERROR_SYNTAX for what is no number, _RANGE for what does not fit
 */
GArray *
koyomi_metric_block_parse (const char         *text,
                           const GArray       *metrics,
                           const GArray       *months,
                           KoyomiMetricFault  *fault,
                           GError            **error)
{
  g_autoptr(GArray) entries = g_array_new (FALSE, FALSE, sizeof (KoyomiMetricEntry));
  g_autofree char *unix_text = NULL;
  g_auto(GStrv) returned = g_strsplit (text, "\r\n", -1);
  g_auto(GStrv) lines = NULL;
  guint n_lines;

  unix_text = g_strjoinv ("\n", returned);
  lines = g_strsplit (unix_text, "\n", -1);
  n_lines = g_strv_length (lines);
  if (n_lines > 0 && *lines[n_lines - 1] == '\0')
    n_lines--;

  for (guint i = 0; i < n_lines; i++)
    {
      *fault = (KoyomiMetricFault) { i + 1, 1 };
      if (i >= metrics->len)
        {
          g_set_error (error, KOYOMI_MODEL_ERROR, KOYOMI_MODEL_ERROR_RANGE, "there are %u metrics only", metrics->len);
          return NULL;
        }

      if (!read_line (lines[i], g_array_index (metrics, gint64, i), months, entries, fault, error))
        return NULL;
    }

  return g_steal_pointer (&entries);
}
