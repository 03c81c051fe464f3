#pragma once

#include "koyomi-rating-style.h"

G_BEGIN_DECLS

/* A table of amounts: each cell has its text, and a ground that tells how much it is. */

typedef struct
{
  char       *text;
  KoyomiHeat  heat;
} KoyomiHeatCell;

typedef struct
{
  char     *name;
  gboolean  is_group;    /* the head of those that follow */
  GArray   *cells;       /* (element-type KoyomiHeatCell), by column */
} KoyomiHeatRow;

typedef struct
{
  KoyomiLanguage  language;
  char           *title;     /* above the names */
  GPtrArray      *columns;   /* (element-type utf8) */
  GPtrArray      *rows;      /* (element-type KoyomiHeatRow) */
} KoyomiHeatMap;

KoyomiHeatMap    *koyomi_heat_map_new          (KoyomiLanguage       language,
                                                const char          *title) G_GNUC_WARN_UNUSED_RESULT;
void              koyomi_heat_map_free         (KoyomiHeatMap       *self);
void              koyomi_heat_map_add_column   (KoyomiHeatMap       *self,
                                                const char          *name);
guint             koyomi_heat_map_add_row      (KoyomiHeatMap       *self,
                                                const char          *name,
                                                gboolean             is_group);
void              koyomi_heat_map_set_cell     (KoyomiHeatMap       *self,
                                                guint                row,
                                                guint                column,
                                                const char          *text,
                                                KoyomiHeat           heat);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiHeatMap, koyomi_heat_map_free)

G_END_DECLS
