import { NodeProgram, type ProgramInfo } from "sigma/rendering";
import type { NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";
import type { Kind } from "./data";

// Each kind has a form of its own, so that no one needs to tell colors apart: the same forms as before names on the pages.
export const FORMS: Record<Kind, number> = { person: 0, company: 1, technology: 2, episode: 3, show: 4, other: 5 };

// The picture's own attributes of a node, besides sigma's.
export interface Formed extends NodeDisplayData {
  form: number;
  always: boolean; // its name is written whatever it covers
  ring: string; // color of the line around what is selected or pinned; "" for none
}

// Distances are in radii of the form; v_pixel is the width of a pixel in them.
const FRAGMENT = /*glsl*/ `
precision highp float;
varying vec4 v_color;
varying vec4 v_ring;
varying vec2 v_at;
varying float v_form;
varying float v_pixel;

float box(vec2 p) { return max(abs(p.x), abs(p.y)) - 0.82; }

float outline(vec2 p) {
  if (v_form < 0.5) return length(p) - 0.94;
  if (v_form < 1.5) return box(p);
  if (v_form < 2.5) return (abs(p.x) + abs(p.y)) * 0.7071 - 0.76;
  if (v_form < 3.5) return max(-p.x - 0.72, 0.485 * p.x + 0.875 * abs(p.y) - 0.485);
  if (v_form < 4.5) return box(p);
  return length(p) - 0.94;
}

float form(vec2 p) {
  float d = outline(p);
  if (v_form > 3.5 && v_form < 4.5) return max(d, 0.09 - abs(abs(p.y) - 0.27));
  if (v_form > 4.5) return max(d, 0.45 - length(p));
  return d;
}

void main(void) {
  float inside = 1.0 - smoothstep(-0.5 * v_pixel, 0.5 * v_pixel, form(v_at));
  float ring = 1.0 - smoothstep(v_pixel, 2.0 * v_pixel, abs(outline(v_at) - 4.0 * v_pixel));
  vec4 color = v_color * inside;
  vec4 around = v_ring * ring * (1.0 - inside);
  gl_FragColor = color + around;
}
`;

const VERTEX = /*glsl*/ `
attribute vec4 a_color;
attribute vec4 a_ring;
attribute vec2 a_position;
attribute float a_size;
attribute float a_form;
attribute vec2 a_corner;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
varying vec4 v_color;
varying vec4 v_ring;
varying vec2 v_at;
varying float v_form;
varying float v_pixel;
const float bias = 255.0 / 254.0;

void main() {
  float radius = a_size * u_correctionRatio / u_sizeRatio * 2.0;
  v_pixel = u_sizeRatio / a_size;
  float reach = 1.1 + 6.0 * v_pixel;
  v_at = a_corner * reach;
  gl_Position = vec4((u_matrix * vec3(a_position + v_at * radius, 1)).xy, 0, 1);
  v_form = a_form;
  v_color = a_color;
  v_color.a *= bias;
  v_ring = a_ring;
  v_ring.a *= bias;
}
`;

const UNIFORMS = ["u_sizeRatio", "u_correctionRatio", "u_matrix"] as const;

export class FormProgram extends NodeProgram<(typeof UNIFORMS)[number]> {
  override getDefinition() {
    const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
    return {
      VERTICES: 6,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: TRIANGLES,
      UNIFORMS,
      ATTRIBUTES: [
        { name: "a_position", size: 2, type: FLOAT },
        { name: "a_size", size: 1, type: FLOAT },
        { name: "a_form", size: 1, type: FLOAT },
        { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_ring", size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: "a_corner", size: 2, type: FLOAT }],
      CONSTANT_DATA: [[-1, -1], [1, -1], [1, 1], [-1, -1], [1, 1], [-1, 1]],
    };
  }

  override processVisibleItem(_index: number, start: number, data: NodeDisplayData): void {
    const { form, ring } = data as Formed;
    const values = [data.x, data.y, data.size, form, floatColor(data.color), ring ? floatColor(ring) : 0];
    this.array.set(values, start);
  }

  override setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
    gl.uniform1f(uniformLocations["u_correctionRatio"] ?? null, params.correctionRatio);
    gl.uniform1f(uniformLocations["u_sizeRatio"] ?? null, params.sizeRatio);
    gl.uniformMatrix3fv(uniformLocations["u_matrix"] ?? null, false, params.matrix);
  }
}
