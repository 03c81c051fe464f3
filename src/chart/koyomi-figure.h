#pragma once

#include "koyomi-calendar-layout.h"
#include "koyomi-chart-table.h"
#include "koyomi-figure-style.h"

G_BEGIN_DECLS

/* Something that is drawn: on the screen, in a PDF, PNG or SVG by the same painting. It is filled, placed, then painted as often as
 * wanted; whoever changes it places it anew. For one thread. */

#define KOYOMI_TYPE_FIGURE koyomi_figure_get_type ()
G_DECLARE_DERIVABLE_TYPE (KoyomiFigure, koyomi_figure, KOYOMI, FIGURE, GObject)

typedef struct _KoyomiBrush KoyomiBrush;
typedef struct _KoyomiFigureSpace KoyomiFigureSpace;

struct _KoyomiFigureClass
{
  GObjectClass parent_class;

  double            (*measure)      (KoyomiFigure            *self,
                                     double                   width,
                                     double                   scale);
  void              (*place)        (KoyomiFigure            *self,
                                     const KoyomiFigureSpace *space);
  void              (*paint)        (KoyomiFigure            *self,
                                     const KoyomiFigureSpace *space,
                                     KoyomiBrush             *brush);
  KoyomiChartTable *(*create_table) (KoyomiFigure            *self);
};

/* What can be pointed at, in the order in which the keyboard goes through. */
typedef struct
{
  KoyomiRect  rect;     /* what is drawn */
  KoyomiRect  reach;    /* where the pointer means it */
  guint       series;   /* or row */
  guint       column;
  char       *text;     /* read out */
} KoyomiFigureRegion;

KoyomiLanguage            koyomi_figure_get_language  (KoyomiFigure       *self);
const char               *koyomi_figure_get_title     (KoyomiFigure       *self);
double                    koyomi_figure_measure       (KoyomiFigure       *self,
                                                       double              width,
                                                       double              scale);
void                      koyomi_figure_place         (KoyomiFigure       *self,
                                                       double              width,
                                                       double              height,
                                                       double              scale);
guint                     koyomi_figure_get_n_regions (KoyomiFigure       *self);
const KoyomiFigureRegion *koyomi_figure_get_region    (KoyomiFigure       *self,
                                                       guint               index);
int                       koyomi_figure_pick          (KoyomiFigure       *self,
                                                       double              x,
                                                       double              y);
void                      koyomi_figure_paint         (KoyomiFigure       *self,
                                                       int                 focus,
                                                       KoyomiChartPalette  palette,
                                                       cairo_t            *cr);
gboolean                  koyomi_figure_is_cut        (KoyomiFigure       *self);
KoyomiChartTable         *koyomi_figure_create_table  (KoyomiFigure       *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
