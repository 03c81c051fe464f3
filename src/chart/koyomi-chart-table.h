#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* What a chart shows, as a table: for the keyboard, screen readers and the clipboard. */
typedef struct
{
  char      *title;
  GPtrArray *headings;   /* (element-type utf8) */
  GPtrArray *rows;       /* (element-type GPtrArray): of as many texts as there are headings; "" where there is nothing */
} KoyomiChartTable;

KoyomiChartTable *koyomi_chart_table_new         (const char             *title) G_GNUC_WARN_UNUSED_RESULT;
void              koyomi_chart_table_free        (KoyomiChartTable       *self);
void              koyomi_chart_table_add_heading (KoyomiChartTable       *self,
                                                  const char             *heading);
guint             koyomi_chart_table_add_row     (KoyomiChartTable       *self);
void              koyomi_chart_table_set         (KoyomiChartTable       *self,
                                                  guint                   row,
                                                  guint                   column,
                                                  const char             *text);
const char       *koyomi_chart_table_get         (const KoyomiChartTable *self,
                                                  guint                   row,
                                                  guint                   column);
char             *koyomi_chart_table_dup_text    (const KoyomiChartTable *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiChartTable, koyomi_chart_table_free)

G_END_DECLS
