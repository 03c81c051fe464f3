#pragma once

#include <gtk/gtk.h>

#include "koyomi-figure.h"
#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* Shows a figure of the chart layer. The pointer and the arrow keys go from region to region, each of which is read out; its menu and
 * Ctrl+C give the same as a table, and as a picture.
 *
 * Actions: figure.activate, figure.copy, figure.table, figure.save (suffix), figure.menu.
 *
 * Signals:
 *   "activated" (series, column): the region was pressed, or Enter on it
 *   "filled" (): it shows another figure */
#define KOYOMI_TYPE_FIGURE_VIEW (koyomi_figure_view_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiFigureView, koyomi_figure_view, KOYOMI, FIGURE_VIEW, GtkWidget)

GtkWidget    *koyomi_figure_view_new         (KoyomiWorkspace  *workspace,
                                              const char       *name) G_GNUC_WARN_UNUSED_RESULT;
void          koyomi_figure_view_take        (KoyomiFigureView *self,
                                              KoyomiFigure     *figure);
void          koyomi_figure_view_set_least   (KoyomiFigureView *self,
                                              int               width,
                                              int               height);
KoyomiFigure *koyomi_figure_view_get_figure  (KoyomiFigureView *self);
const char   *koyomi_figure_view_get_name    (KoyomiFigureView *self);
int           koyomi_figure_view_get_region  (KoyomiFigureView *self);
void          koyomi_figure_view_point_out   (KoyomiFigureView *self,
                                              int               region);
void          koyomi_figure_view_copy        (KoyomiFigureView *self);
void          koyomi_figure_view_show_table  (KoyomiFigureView *self);
void          koyomi_figure_view_show_menu   (KoyomiFigureView *self,
                                              double            x,
                                              double            y);

G_END_DECLS
