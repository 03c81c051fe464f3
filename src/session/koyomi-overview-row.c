#include "koyomi-overview-row.h"

void
koyomi_overview_row_free (KoyomiOverviewRow *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_free (self->detail);
  g_free (self);
}

/* Returns: (transfer full) (element-type KoyomiOverviewRow) */
GPtrArray *
koyomi_overview_rows_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) koyomi_overview_row_free);
}

void
koyomi_overview_rows_add (GPtrArray     *rows,
                          KoyomiTableId  table,
                          gint64         id,
                          const char    *title,
                          const char    *detail)
{
  KoyomiOverviewRow *row = g_new0 (KoyomiOverviewRow, 1);

  row->table = table;
  row->id = id;
  row->title = g_strdup (title);
  row->detail = g_strdup (detail);
  g_ptr_array_add (rows, row);
}
