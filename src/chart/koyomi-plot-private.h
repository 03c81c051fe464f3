#pragma once

#include "koyomi-figure-private.h"
#include "koyomi-plot.h"
#include "koyomi-value-axis.h"

G_BEGIN_DECLS

typedef struct
{
  char             *label;    /* "" for none */
  char             *name;
  KoyomiPlotLimits  limits;
  KoyomiRect        place;    /* of the label */
  gboolean          is_shown;
} KoyomiPlotColumn;

typedef struct
{
  double             value;   /* NAN for none */
  KoyomiMetricStatus status;
  double             x;       /* the middle, and the end that is away from nought */
  double             y;
  KoyomiRect         bar;
} KoyomiPlotPoint;

typedef struct
{
  char           *name;
  KoyomiPlotKind  kind;
  guint           tone;
  GArray         *points;   /* (element-type KoyomiPlotPoint): by column */
  KoyomiRect      swatch;   /* in the legend */
  KoyomiRect      label;
} KoyomiPlotSeries;

/* A limit's name, beside its line. */
typedef struct
{
  double              y;
  KoyomiMetricStatus  status;
  char               *text;
} KoyomiPlotMark;

/* The ends of an axis, and the limits between them. */
#define KOYOMI_N_CUTS 6

struct _KoyomiPlot
{
  KoyomiFigure     parent_instance;

  char            *unit;
  guint            decimals;
  GArray          *columns;       /* (element-type KoyomiPlotColumn) */
  GArray          *series;        /* (element-type KoyomiPlotSeries) */
  double           today;         /* NAN for none */
  char            *today_label;

  KoyomiValueAxis  axis;
  KoyomiValueAxis  share_axis;
  KoyomiRect       area;          /* between the axes */
  double           slot;
  double           legend_y;
  GArray          *marks;         /* (element-type KoyomiPlotMark) */
  gboolean         is_numbered;   /* labels stand below, with numbers */
  double           key_height;
};

KoyomiPlotColumn   *_koyomi_plot_get_column      (KoyomiPlot              *self,
                                                  guint                    column);
KoyomiPlotSeries   *_koyomi_plot_get_series      (KoyomiPlot              *self,
                                                  guint                    series);
KoyomiPlotPoint    *_koyomi_plot_get_point       (KoyomiPlot              *self,
                                                  guint                    series,
                                                  guint                    column);
gboolean            _koyomi_plot_has_kind        (KoyomiPlot              *self,
                                                  KoyomiPlotKind           kind);
gboolean            _koyomi_plot_is_line         (const KoyomiPlotSeries  *series);
gboolean            _koyomi_plot_has_limits      (KoyomiPlot              *self);
double              _koyomi_plot_get_limit       (const KoyomiPlotLimits  *limits,
                                                  guint                    index);
KoyomiMetricStatus  _koyomi_plot_judge           (const KoyomiPlotLimits  *limits,
                                                  double                   value);
guint               _koyomi_plot_cut             (const KoyomiPlotLimits  *limits,
                                                  double                   low,
                                                  double                   high,
                                                  double                  *cuts);
char               *_koyomi_plot_describe_limits (double                   low,
                                                  double                   high,
                                                  guint                    decimals,
                                                  const char              *unit);
double              _koyomi_plot_place_y         (KoyomiPlot              *self,
                                                  KoyomiPlotKind           kind,
                                                  double                   value);
void                _koyomi_plot_place           (KoyomiFigure            *figure,
                                                  const KoyomiFigureSpace *space);
double              _koyomi_plot_measure         (KoyomiFigure            *figure,
                                                  double                   width,
                                                  double                   scale);
void                _koyomi_plot_paint           (KoyomiFigure            *figure,
                                                  const KoyomiFigureSpace *space,
                                                  KoyomiBrush             *brush);

G_END_DECLS
