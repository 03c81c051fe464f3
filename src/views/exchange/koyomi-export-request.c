#include "koyomi-export-request.h"

KoyomiExportRequest *
koyomi_export_request_copy (const KoyomiExportRequest *self)
{
  KoyomiExportRequest *copy = g_memdup2 (self, sizeof *self);

  if (self->filter != NULL)
    copy->filter = koyomi_calendar_filter_copy (self->filter);

  return copy;
}

void
koyomi_export_request_free (KoyomiExportRequest *self)
{
  if (self == NULL)
    return;

  if (self->filter != NULL)
    koyomi_calendar_filter_free (self->filter);
  g_free (self);
}

gboolean
koyomi_export_request_is_filtered (const KoyomiExportRequest *self)
{
  return self->filter != NULL && !koyomi_calendar_filter_is_empty (self->filter);
}

gboolean
koyomi_export_request_is_narrowed (const KoyomiExportRequest *self)
{
  return self->first_day > koyomi_fiscal_year_get_first_day (self->year) ||
         self->last_day < koyomi_fiscal_year_get_last_day (self->year);
}

/* Whether the screen shows something else than the whole year by function group. */
gboolean
koyomi_export_request_is_part (const KoyomiExportRequest *self)
{
  return koyomi_export_request_is_filtered (self) || koyomi_export_request_is_narrowed (self) ||
         self->grouping != KOYOMI_GROUPING_FUNCTION_GROUP;
}
