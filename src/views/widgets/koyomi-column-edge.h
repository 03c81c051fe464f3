#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What rows have beside their edge. */
typedef struct
{
  /* Keeps the width for text of the usual size, between 120 and 1000; as long as nobody has chosen one it is @first_part of the whole
   * at most. */
  const char *setting;
  double      first_part;

  /* @measure_names: of those in sight the widest */
  double    (*get_scale)     (GtkWidget *rows);
  int       (*measure_names) (GtkWidget *rows);
} KoyomiColumnEdgeKind;

/* The edge of the column of names, by which it is made wider; keeps the width. The widget that it is put into has the actions "names.widen",
 * "names.narrow" and "names.fit". */
#define KOYOMI_TYPE_COLUMN_EDGE (koyomi_column_edge_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiColumnEdge, koyomi_column_edge, KOYOMI, COLUMN_EDGE, GtkWidget)

GtkWidget *koyomi_column_edge_new       (const KoyomiColumnEdgeKind *kind,
                                         GtkWidget                  *rows,
                                         GSettings                  *settings) G_GNUC_WARN_UNUSED_RESULT;
int        koyomi_column_edge_get_width (KoyomiColumnEdge           *self,
                                         int                         width);
void       koyomi_column_edge_allocate  (KoyomiColumnEdge           *self,
                                         int                         left,
                                         int                         height);

void       koyomi_column_edge_install   (GtkWidgetClass             *klass);

G_END_DECLS
