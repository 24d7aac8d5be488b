import { EdgeProgram, type ProgramInfo } from "sigma/rendering";
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";

// The picture's own attribute of a line: the length of its dashes in pixels, 0 for none.
export interface Dashed extends EdgeDisplayData {
  dash: number;
}

const VERTEX = /*glsl*/ `
attribute vec4 a_color;
attribute vec2 a_start;
attribute vec2 a_end;
attribute float a_size;
attribute float a_dash;
attribute vec2 a_corner; // along 0…1, across -1…1
uniform mat3 u_matrix;
uniform float u_pixel; // in the graph's units
uniform float u_scale; // lines grow thinner as their nodes grow smaller
varying vec4 v_color;
varying float v_along;
varying float v_across;
varying float v_half;
varying float v_dash;
const float bias = 255.0 / 254.0;

void main() {
  vec2 way = a_end - a_start;
  float far = length(way);
  vec2 side = far > 0.0 ? vec2(-way.y, way.x) / far : vec2(0.0);
  v_half = max(a_size * u_scale, 0.7) / 2.0;
  float reach = v_half + 1.0;
  v_color = a_color;
  v_color.a *= bias;
  v_along = a_corner.x * far / u_pixel;
  v_across = a_corner.y * reach;
  v_dash = a_dash;
  vec2 at = mix(a_start, a_end, a_corner.x) + side * a_corner.y * reach * u_pixel;
  gl_Position = vec4((u_matrix * vec3(at, 1)).xy, 0, 1);
}
`;

const FRAGMENT = /*glsl*/ `
precision highp float;
varying vec4 v_color;
varying float v_along;
varying float v_across;
varying float v_half;
varying float v_dash;

void main(void) {
  float solid = 1.0 - smoothstep(v_half - 0.5, v_half + 0.5, abs(v_across));
  if (v_dash > 0.0 && fract(v_along / (2.0 * v_dash)) > 0.55) solid = 0.0;
  gl_FragColor = v_color * solid;
}
`;

const UNIFORMS = ["u_matrix", "u_pixel", "u_scale"] as const;

export class LineProgram extends EdgeProgram<(typeof UNIFORMS)[number]> {
  override getDefinition() {
    const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
    return {
      VERTICES: 6,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: TRIANGLES,
      UNIFORMS,
      ATTRIBUTES: [
        { name: "a_start", size: 2, type: FLOAT },
        { name: "a_end", size: 2, type: FLOAT },
        { name: "a_size", size: 1, type: FLOAT },
        { name: "a_dash", size: 1, type: FLOAT },
        { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: "a_corner", size: 2, type: FLOAT }],
      CONSTANT_DATA: [[0, -1], [0, 1], [1, 1], [0, -1], [1, 1], [1, -1]],
    };
  }

  override processVisibleItem(_index: number, start: number, source: NodeDisplayData, target: NodeDisplayData, data: EdgeDisplayData): void {
    const { dash } = data as Dashed;
    this.array.set([source.x, source.y, target.x, target.y, data.size, dash, floatColor(data.color)], start);
  }

  override setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
    gl.uniformMatrix3fv(uniformLocations["u_matrix"] ?? null, false, params.matrix);
    gl.uniform1f(uniformLocations["u_pixel"] ?? null, 2 * params.correctionRatio);
    gl.uniform1f(uniformLocations["u_scale"] ?? null, Math.min(1, 1 / params.sizeRatio));
  }
}
